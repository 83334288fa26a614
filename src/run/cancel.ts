import { setMaxListeners } from "node:events";

/** The signals that cancel a run. */
export type CancelSignal = keyof typeof NUMBERS;

/** Why something was told to stop: the reason of an aborted signal. */
export type StopReason =
  | { readonly kind: "cancelled"; readonly signal: CancelSignal }
  | { readonly kind: "timeout"; readonly of: "run" | "phase" }
  | { readonly kind: "background-failed"; readonly name: string }
  | { readonly kind: "phase-over" };

/** The reason to abort a run's signal with; its exit code is 128 + the signal's number. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";

  constructor(readonly signal: CancelSignal) {
    super(`cancelled by ${signal}`);
  }
}

const NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGTERM: 15 } as const;

export function exitCodeOf(signal: CancelSignal): number {
  return 128 + NUMBERS[signal];
}

/** Why a scope was aborted; a signal aborted with anything but a Cancelled counts as SIGINT. */
export function stopReason(signal: AbortSignal): StopReason | null {
  if (!signal.aborted) return null;
  const reason: unknown = signal.reason;
  if (reason instanceof Stop) return reason.why;
  return { kind: "cancelled", signal: reason instanceof Cancelled ? reason.signal : "SIGINT" };
}

/** Wraps a reason, since an abort's reason should be an error. */
export class Stop extends Error {
  override readonly name = "Stop";

  constructor(readonly why: StopReason) {
    super(why.kind);
  }
}

/** A part of a run that can be told to stop: by its parent, by its own time-out, or by itself. */
export class Scope {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #release: () => void;

  constructor(parent: AbortSignal, timeout?: { readonly ms: number | null; readonly of: "run" | "phase" }) {
    // As in run(): any number of steps may listen.
    setMaxListeners(0, this.signal);
    const follow = (): void => this.#controller.abort(parent.reason);
    if (parent.aborted) follow();
    else parent.addEventListener("abort", follow, { once: true });
    this.#release = () => parent.removeEventListener("abort", follow);
    if (timeout?.ms != null) {
      const why = { kind: "timeout", of: timeout.of } as const;
      this.#timer = setTimeout(() => this.stop(why), Math.min(timeout.ms, LONGEST_TIMER));
    }
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get reason(): StopReason | null {
    return stopReason(this.signal);
  }

  stop(why: StopReason): void {
    this.#controller.abort(new Stop(why));
  }

  /** Ends the timer and lets go of the parent. */
  close(): void {
    clearTimeout(this.#timer);
    this.#release();
  }
}

/** The longest delay that Node's timers take, in milliseconds; about 24 days. */
const LONGEST_TIMER = 2 ** 31 - 1;
