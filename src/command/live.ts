import { killNow, terminate } from "./terminate.js";
import type { ProcessTree } from "./tree.js";

const deadly = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
type Deadly = (typeof deadly)[number];

/** Trees that run now, with their grace periods. */
const live = new Map<ProcessTree, number>();
let dying: { readonly hurry: AbortController; readonly over: Promise<void> } | null = null;

/**
 * Keeps a tree from outliving this process: when it exits, the tree is killed; when a signal is about to end it and nobody else listens
 * for that signal, the tree is ended first. The listeners are there only while a command runs. Returns what ends the watch.
 */
export function guard(tree: ProcessTree, graceMs: number): () => void {
  if (live.size === 0) {
    process.on("exit", onExit);
    for (const signal of deadly) process.on(signal, onSignal);
  }
  live.set(tree, graceMs);
  return () => {
    if (!live.delete(tree) || live.size > 0) return;
    process.off("exit", onExit);
    for (const signal of deadly) process.off(signal, onSignal);
  };
}

function onExit(): void {
  for (const tree of live.keys()) killNow(tree);
}

/**
 * While a signal is about to end this process, its commands' results are held back: without them it would be gone already, and must not
 * take their end for a failure and go on.
 */
export function beforeResult(): Promise<void> | undefined {
  return dying?.over;
}

/** An application that listens too decides for itself; whatever it does, its exit takes the trees along. */
function onSignal(signal: Deadly): void {
  if (process.listenerCount(signal) > 1) return;
  if (dying) {
    dying.hurry.abort();
    return;
  }
  const hurry = new AbortController();
  dying = { hurry, over: endAll(hurry.signal, signal) };
}

async function endAll(hurry: AbortSignal, signal: Deadly): Promise<void> {
  await Promise.allSettled([...live].map(([tree, graceMs]) => terminate(tree, { graceMs, hurry })));
  for (const name of deadly) process.off(name, onSignal);
  process.kill(process.pid, signal);
  // Still here: somebody has begun to listen meanwhile.
  dying = null;
}
