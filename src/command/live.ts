import { killNow, terminate } from "./terminate.js";
import type { ProcessTree } from "./tree.js";

const deadly = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
type Deadly = (typeof deadly)[number];

/** What must not outlive this process. */
export interface Guarded {
  /** Ends it; faster once `hurry` is aborted. */
  end(hurry: AbortSignal): Promise<unknown>;
  /** Ends it at once: there is no time left to wait for anything. */
  endNow(): void;
}

/** What runs now: commands go before the places that they run in. */
const trees = new Set<Guarded>();
const places = new Set<Guarded>();
let dying: { readonly hurry: AbortController; readonly over: Promise<void> } | null = null;

/**
 * Keeps a tree from outliving this process: when it exits, the tree is killed; when a signal is about to end it and nobody else listens
 * for that signal, the tree is ended first. The listeners are there only while a command runs. Returns what ends the watch.
 */
export function guard(tree: ProcessTree, graceMs: number): () => void {
  return watch(trees, { end: (hurry) => terminate(tree, { graceMs, hurry }), endNow: () => killNow(tree) });
}

/** The same for a place that commands run in, as a container or a mount: it is ended after them. Returns what ends the watch. */
export function guardPlace(place: Guarded): () => void {
  return watch(places, place);
}

function watch(set: Set<Guarded>, guarded: Guarded): () => void {
  if (trees.size + places.size === 0) {
    process.on("exit", onExit);
    for (const signal of deadly) process.on(signal, onSignal);
  }
  set.add(guarded);
  return () => {
    if (!set.delete(guarded) || trees.size + places.size > 0) return;
    process.off("exit", onExit);
    for (const signal of deadly) process.off(signal, onSignal);
  };
}

function onExit(): void {
  for (const guarded of [...trees, ...places]) guarded.endNow();
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
  for (const set of [trees, places]) await Promise.allSettled([...set].map((guarded) => guarded.end(hurry)));
  for (const name of deadly) process.off(name, onSignal);
  process.kill(process.pid, signal);
  // Still here: somebody has begun to listen meanwhile.
  dying = null;
}
