import type { ChildProcess } from "node:child_process";
import { canSeeProcesses, readProcess } from "./process-table.js";
import { signalGroup, terminateGroup } from "./terminate-group.js";
import type { ProcessTree } from "./tree.js";

/** How often the tree is looked at while it has time to end; short at first, since most processes end at once. */
const pauses = [5, 10, 20, 40, 80];
/** A process in uninterruptible sleep outlives SIGKILL; it is not waited for longer than this. */
const killWaitMs = 2000;

/** Sends a signal, unless the number belongs to another process by now. */
export function signalProcess(pid: number, start: string, signal: NodeJS.Signals): void {
  if (readProcess(pid)?.start !== start) return;
  try {
    process.kill(pid, signal);
  } catch {
    // It ended meanwhile, or belongs to a user that this one may not signal.
  }
}

/** Kills all there is now, again and again until a look finds nothing new: a tree that forks meanwhile does not get away. */
export function killNow(tree: ProcessTree): void {
  if (!canSeeProcesses()) {
    if (tree.pid !== null) signalGroup(tree.pid, "SIGKILL");
    return;
  }
  const killed = new Set<string>();
  for (let round = 0; round < 50; round += 1) {
    const fresh = tree.members().filter((entry) => !killed.has(`${entry.pid} ${entry.start}`));
    if (fresh.length === 0) return;
    for (const entry of fresh) {
      killed.add(`${entry.pid} ${entry.start}`);
      signalProcess(entry.pid, entry.start, "SIGKILL");
    }
  }
}

/**
 * Ends a tree: SIGTERM (and SIGCONT, for the stopped) to each process, also to those that come later; SIGKILL to what is left after
 * `graceMs`, or once `hurry` is aborted. Settles when none is left: true, or when the kernel does not let go of one: false.
 * `child` stands for the tree where there is no /proc.
 */
export async function terminate(
  tree: ProcessTree,
  options: { readonly graceMs: number; readonly hurry: AbortSignal; readonly child?: ChildProcess },
): Promise<boolean> {
  if (!canSeeProcesses()) return terminateGroup(options);
  const deadline = performance.now() + options.graceMs;
  const asked = new Set<string>();
  for (let look = 0; performance.now() < deadline && !options.hurry.aborted; look += 1) {
    const members = tree.members();
    if (members.length === 0) return true;
    for (const entry of members) {
      const name = `${entry.pid} ${entry.start}`;
      if (asked.has(name) || tree.endsLast(entry.pid)) continue;
      asked.add(name);
      signalProcess(entry.pid, entry.start, "SIGTERM");
      signalProcess(entry.pid, entry.start, "SIGCONT");
    }
    await pause(Math.min(pauses[look] ?? 100, Math.max(1, deadline - performance.now())), options.hurry);
  }
  const end = performance.now() + killWaitMs;
  for (let look = 0; performance.now() < end; look += 1) {
    killNow(tree);
    if (tree.members().length === 0) return true;
    await pause(pauses[look] ?? 100, null);
  }
  return false;
}

function pause(ms: number, hurry: AbortSignal | null): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      hurry?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    hurry?.addEventListener("abort", done);
  });
}
