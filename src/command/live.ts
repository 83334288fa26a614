import { killNow, terminate } from "./terminate.js";
import type { ProcessTree } from "./tree.js";

const deadly = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
type Deadly = (typeof deadly)[number];

/** Trees that run now, with their grace periods. */
const live = new Map<ProcessTree, number>();
let dying: AbortController | null = null;

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

/** An application that listens too decides for itself; whatever it does, its exit takes the trees along. */
function onSignal(signal: Deadly): void {
  if (process.listenerCount(signal) > 1) return;
  if (dying) {
    dying.abort();
    return;
  }
  dying = new AbortController();
  const hurry = dying.signal;
  const endings = [...live].map(([tree, graceMs]) => terminate(tree, { graceMs, hurry }));
  void Promise.allSettled(endings).then(() => {
    dying = null;
    for (const name of deadly) process.off(name, onSignal);
    process.kill(process.pid, signal);
  });
}
