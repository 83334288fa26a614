import type { Event } from "../run/index.js";

/** A consumer of one run's events. None knows another; a fault of one is a warning, never a failed build. */
export interface Reporter {
  /** Takes the next event. A returned promise is back-pressure: the next event waits for it. */
  handle(event: Event): void | Promise<void>;
  /** After the last event: flush and release what is held. */
  close?(): void | Promise<void>;
}
