import { turn } from "./pump.js";
import { othersDecide } from "./signal-listeners.js";
import { killNow, terminate } from "./terminate.js";
import type { ProcessTree } from "./tree.js";

const deadly = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Commands that run now, or are about to. */
const live = new Set<Guard>();
let dying: { readonly hurry: AbortController; readonly over: Promise<void> } | null = null;

/**
 * Keeps a command's tree from outliving this process: when it exits, the tree is killed; when a signal is about to end it and nobody else
 * listens for that signal, the tree is ended first. The listeners are there only while a command runs. Made before the fork: a signal
 * that came just after it would else end this process and leave the child.
 */
export class Guard {
  /** Set as soon as there is one. */
  tree: ProcessTree | null = null;
  readonly graceMs: number;

  constructor(graceMs: number) {
    this.graceMs = graceMs;
    if (live.size === 0) {
      process.on("exit", onExit);
      // First in line: a listener that was added with "once" is gone when those after it are called.
      for (const signal of deadly) process.prependListener(signal, onSignal);
    }
    live.add(this);
  }

  /** The command is over, or was not started. */
  release(): void {
    if (!live.delete(this) || live.size > 0) return;
    process.off("exit", onExit);
    for (const signal of deadly) process.off(signal, onSignal);
  }
}

function onExit(): void {
  for (const { tree } of live) if (tree) killNow(tree);
}

/**
 * While a signal is about to end this process, its commands' results are held back: without them it would be gone already, and must not
 * take their end for a failure and go on.
 */
export function beforeResult(): Promise<void> | undefined {
  return dying?.over;
}

/** An application that listens too decides for itself; whatever it does, its exit takes the trees along. */
function onSignal(signal: NodeJS.Signals): void {
  if (othersDecide(signal)) return;
  if (dying) {
    dying.hurry.abort();
    return;
  }
  const hurry = new AbortController();
  dying = { hurry, over: endAll(hurry.signal, signal) };
}

async function endAll(hurry: AbortSignal, signal: NodeJS.Signals): Promise<void> {
  const ended = [...live].map(({ tree, graceMs }) => tree && terminate(tree, { graceMs, hurry }));
  await Promise.allSettled(ended);
  for (const name of deadly) process.off(name, onSignal);
  process.kill(process.pid, signal);
  // Still here: somebody else clears up before the end, or has begun to listen meanwhile. A listener is called a turn later.
  await turn();
  await turn();
  dying = null;
}
