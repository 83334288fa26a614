import type { ChildProcess } from "node:child_process";
import { canSeeProcesses, type ProcessEntry, readProcess } from "./process-table.js";
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

/** A process for good: its number alone may come to be another's. */
function nameOf({ pid, start }: ProcessEntry): string {
  return `${pid} ${start}`;
}

/**
 * Stops all members that are not in `seen` yet, again and again until a look finds nothing new: what is stopped neither forks nor ends,
 * so that what it forked just before is still found by its parent, whatever session it moved to.
 */
function stopNew(
  tree: ProcessTree,
  seen: Set<string>,
  counts: (entry: ProcessEntry) => boolean = () => true,
): { readonly stopped: ProcessEntry[]; readonly left: readonly ProcessEntry[] } {
  const stopped: ProcessEntry[] = [];
  let quiet = 0;
  for (let round = 0; ; round += 1) {
    const all = tree.members();
    const members = all.filter(counts);
    const fresh = members.filter((entry) => !seen.has(nameOf(entry)));
    // One that has not taken the signal yet may have forked after this look; one that the kernel holds up is not waited for.
    const running = stopped.length > 0 && members.some((entry) => !entry.stopped);
    quiet = fresh.length === 0 && !running ? quiet + 1 : 0;
    // A look lists the processes before it reads each: what one forked in between, before it stopped, the next look shows.
    const enough = stopped.length === 0 ? 1 : 2;
    if (quiet >= enough || round === 50) return { stopped, left: all };
    for (const entry of fresh) {
      seen.add(nameOf(entry));
      signalProcess(entry.pid, entry.start, "SIGSTOP");
    }
    stopped.push(...fresh);
  }
}

/**
 * Sends a signal to each process of a tree, as a terminal does to all in its foreground, and leaves the rest to them; not to what stands
 * for others. Waits for the first to be there, until `over` is aborted.
 */
export async function signalTree(tree: ProcessTree, signal: NodeJS.Signals, over: AbortSignal): Promise<void> {
  if (!canSeeProcesses()) {
    if (tree.pid !== null && !over.aborted) signalGroup(tree.pid, signal);
    return;
  }
  for (let look = 0; !over.aborted; look += 1) {
    const members = tree.members().filter(({ pid }) => !tree.endsLast(pid));
    for (const { pid, start } of members) signalProcess(pid, start, signal);
    if (members.length > 0) return;
    await pause(pauses[look] ?? 100, over);
  }
}

/** Kills all there is now; a tree that forks meanwhile does not get away. */
export function killNow(tree: ProcessTree): void {
  if (!canSeeProcesses()) {
    if (tree.pid !== null) signalGroup(tree.pid, "SIGKILL");
    return;
  }
  for (const { pid, start } of stopNew(tree, new Set()).stopped) signalProcess(pid, start, "SIGKILL");
}

/**
 * Ends a tree: SIGTERM (and SIGCONT) to each process, also to those that come later; SIGKILL to what is left after
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
    const { stopped, left } = stopNew(tree, asked, ({ pid }) => !tree.endsLast(pid));
    for (const { pid, start } of stopped) signalProcess(pid, start, "SIGTERM");
    // Children first: their parents need not know that they were stopped.
    for (const { pid, start } of stopped.reverse()) signalProcess(pid, start, "SIGCONT");
    // What stands for another stops with it, as job control wants, and has to go on for its end.
    for (const { pid, start } of left.filter((entry) => tree.endsLast(entry.pid) && entry.stopped)) {
      signalProcess(pid, start, "SIGCONT");
    }
    if (left.length === 0) return true;
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
