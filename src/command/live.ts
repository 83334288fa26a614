import { AsyncLocalStorage } from "node:async_hooks";
import { turn } from "./pump.js";
import { othersDecide } from "./signal-listeners.js";
import { killNow, terminate } from "./terminate.js";
import type { ProcessTree } from "./tree.js";

const deadly = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What must not outlive this process. */
export interface Guarded {
  /** Ends it; faster once `hurry` is aborted. */
  end(hurry: AbortSignal): Promise<unknown>;
  /** Ends it at once: there is no time left to wait for anything. */
  endNow(): void;
}

/** What runs now, or is about to: commands go before the places that they run in. */
const commands = new Set<Guarded>();
const places = new Set<Guarded>();
let listening = false;
let dying: { readonly hurry: AbortController; readonly over: Promise<void> } | null = null;
/** Set in what ends a place: the commands that it takes are not held back for the end of it all. */
const ending = new AsyncLocalStorage<true>();

/**
 * Keeps a command's tree from outliving this process: when it exits, the tree is killed; when a signal is about to end it and nobody else
 * listens for that signal, the tree is ended first. The listeners are there while a command runs, and a moment longer. Made before the fork:
 * a signal that came just after it would else end this process and leave the child.
 */
export class Guard implements Guarded {
  /** Set as soon as there is one. */
  tree: ProcessTree | null = null;
  /** The command is over, or was not started. */
  readonly release: () => void;
  readonly #graceMs: number;

  constructor(graceMs: number) {
    this.#graceMs = graceMs;
    this.release = watch(commands, this);
  }

  async end(hurry: AbortSignal): Promise<void> {
    if (this.tree) await terminate(this.tree, { graceMs: this.#graceMs, hurry });
  }

  endNow(): void {
    if (this.tree) killNow(this.tree);
  }
}

/** The same for a place that commands run in, as a container or a mount: it is ended after them. Returns what ends the watch. */
export function guardPlace(place: Guarded): () => void {
  return watch(places, place);
}

function watch(set: Set<Guarded>, guarded: Guarded): () => void {
  set.add(guarded);
  if (!listening) listen();
  return () => {
    if (set.delete(guarded) && isIdle()) void unlistenLater();
  };
}

function isIdle(): boolean {
  return commands.size + places.size === 0;
}

function listen(): void {
  listening = true;
  process.on("exit", onExit);
  // First in line: a listener that was added with "once" is gone when those after it are called.
  for (const signal of deadly) process.prependListener(signal, onSignal);
}

function unlisten(): void {
  listening = false;
  process.off("exit", onExit);
  for (const signal of deadly) process.off(signal, onSignal);
}

/**
 * A signal that has come, but has not been told of yet, is forgotten with the last listener: it would neither be heard nor end the process.
 * In two turns it has been told of.
 */
async function unlistenLater(): Promise<void> {
  await turn();
  await turn();
  if (isIdle()) unlisten();
}

function onExit(): void {
  for (const guarded of [...commands, ...places]) guarded.endNow();
}

/**
 * While a signal is about to end this process, its commands' results are held back, and none is begun: without them it would be gone
 * already, and must not take their end for a failure and go on.
 */
export function beforeResult(): Promise<void> | undefined {
  return ending.getStore() ? undefined : dying?.over;
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
  const endEach = (set: Set<Guarded>) => Promise.allSettled([...set].map((guarded) => guarded.end(hurry)));
  await endEach(commands);
  await ending.run(true, () => endEach(places));
  unlisten();
  process.kill(process.pid, signal);
  // Still here: somebody else clears up before the end, or has begun to listen meanwhile. A listener is called a turn later.
  await turn();
  await turn();
  dying = null;
}
