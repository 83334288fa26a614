import type { TerminalLike } from "../report/index.js";
import type { Output } from "./io.js";

type Event = "drain" | "error" | "close";
type Listener = (error?: Error) => void;

/** Two outputs that a reporter takes for one; what is written goes to the one that was last turned to, in order. */
export class SplitTerminal implements TerminalLike {
  readonly #main: Output;
  readonly #listeners: { readonly event: Event; readonly listener: Listener }[] = [];
  readonly #known: Set<Output>;
  #current: Output;

  constructor(main: Output) {
    this.#main = main;
    this.#current = main;
    this.#known = new Set([main]);
  }

  get isTTY(): boolean {
    return this.#main.isTTY === true;
  }

  get columns(): number {
    return this.#main.columns ?? 80;
  }

  get destroyed(): boolean {
    return this.#current.destroyed;
  }

  write(chunk: string): boolean {
    return this.#current.write(chunk);
  }

  /** Waits until the other output has taken what was written, so that both together keep the order. */
  async turnTo(output: Output): Promise<void> {
    const before = this.#current;
    if (before === output) return;
    if (before.writableLength > 0 && !before.destroyed) {
      await new Promise<void>((resolve) => before.write("", () => resolve()));
    }
    if (!this.#known.has(output)) {
      this.#known.add(output);
      for (const { event, listener } of this.#listeners) output.on(event, listener);
    }
    this.#current = output;
  }

  on(event: Event, listener: Listener): this {
    this.#listeners.push({ event, listener });
    for (const output of this.#known) output.on(event, listener);
    return this;
  }

  off(event: Event, listener: Listener): this {
    const at = this.#listeners.findIndex((entry) => entry.event === event && entry.listener === listener);
    if (at >= 0) this.#listeners.splice(at, 1);
    for (const output of this.#known) output.off(event, listener);
    return this;
  }
}
