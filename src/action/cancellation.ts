import type { RunControl } from "../build/index.js";
import { Cancelled } from "../run/index.js";

/** Where a process's signals arrive: `process` itself, or an emitter in a test. */
export interface SignalSource {
  on(event: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void): unknown;
  off(event: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void): unknown;
}

/** A run's control, tied to the process's signals until it is released. */
export interface Cancellation extends RunControl {
  release(): void;
}

/**
 * How long, in milliseconds, commands may take to end after the runner's SIGINT. The runner signals nobody but this process,
 * follows with SIGTERM after 7.5 s and SIGKILL 2.5 s later; what still runs then would be orphaned.
 */
export const CANCEL_GRACE_MS = 4000;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The first signal ends what runs, with grace; the second, or the end of `graceMs`, kills it. */
export function cancelOn(source: SignalSource, graceMs: number): Cancellation {
  const gentle = new AbortController();
  const kill = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const listeners = SIGNALS.map((name) => {
    const listener = (): void => {
      const reason = new Cancelled(name);
      if (gentle.signal.aborted) {
        kill.abort(reason);
      } else {
        timer = setTimeout(() => kill.abort(reason), graceMs);
        gentle.abort(reason);
      }
    };
    source.on(name, listener);
    return { name, listener };
  });
  return {
    signal: gentle.signal,
    killSignal: kill.signal,
    release: () => {
      clearTimeout(timer);
      for (const { name, listener } of listeners) source.off(name, listener);
    },
  };
}
