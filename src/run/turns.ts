import type { Emit } from "./context.js";
import type { EventBody } from "./events.js";

/** How much of a waiting step's output is kept, in UTF-16 units, before the step is asked to pause. */
const HELD = 16 * 1024 * 1024;

interface Lane {
  readonly held: EventBody[];
  weight: number;
  ended: boolean;
  resume: (() => void) | undefined;
}

/**
 * Keeps the events of steps that run at the same time together: the first unfinished step, in the spec's order, is
 * passed through live, the others wait for their turn. A step's start is passed on at once, that of a further try is not.
 */
export class Turns {
  readonly #emit: Emit;
  readonly #lanes: Lane[];
  #live = 0;

  constructor(emit: Emit, count: number) {
    this.#emit = emit;
    this.#lanes = Array.from({ length: count }, () => ({ held: [], weight: 0, ended: false, resume: undefined }));
    if (count === 0) this.#live = -1;
  }

  /** The writer for the lane `index`, from 0. */
  lane(index: number): Emit {
    return (event) => {
      const lane = this.#lanes[index];
      const begins = event.type === "step.start" && event.attempt === 1;
      if (lane === undefined || index === this.#live || begins) return this.#emit(event);
      lane.held.push(event);
      lane.weight += event.type === "output" ? event.text.length : 0;
      if (lane.weight < HELD) return undefined;
      return new Promise((resume) => {
        const earlier = lane.resume;
        lane.resume = () => {
          earlier?.();
          resume();
        };
      });
    };
  }

  /** The lane writes nothing more. Where it was the live one, finished ones follow and the next unfinished goes live. */
  end(index: number): void {
    const lane = this.#lanes[index];
    if (lane === undefined) return;
    lane.ended = true;
    if (index !== this.#live) return;
    for (const other of this.#lanes) if (other.ended) this.#release(other);
    this.#live = this.#lanes.findIndex((other) => !other.ended);
    const next = this.#lanes[this.#live];
    if (next !== undefined) this.#release(next);
  }

  #release(lane: Lane): void {
    for (const event of lane.held.splice(0)) void this.#emit(event);
    lane.weight = 0;
    lane.resume?.();
    lane.resume = undefined;
  }
}
