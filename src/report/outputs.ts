import type { Event } from "../run/index.js";
import { type Colours, Printable } from "../terminal-text.js";

type Output = Extract<Event, { type: "output" }>;

/** Cleans the outputs of a phase's steps; what a stream has printed so far decides the colours that it goes on with. */
export class Outputs {
  readonly #colours: Colours;
  readonly #streams = new Map<string, Printable>();

  constructor(colours: Colours) {
    this.#colours = colours;
  }

  clean(event: Output): string {
    const key = `${event.phase} ${event.step} ${event.stream}`;
    let printable = this.#streams.get(key);
    if (printable === undefined) {
      printable = new Printable(this.#colours);
      this.#streams.set(key, printable);
    }
    return printable.clean(event.text);
  }

  /** A phase is over, and with it its steps. */
  clear(): void {
    this.#streams.clear();
  }
}
