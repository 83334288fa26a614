import type { Event } from "../run/index.js";
import type { Reporter } from "./reporter.js";

export type RunEnd = Extract<Event, { type: "run.end" }>;

export interface ReportOptions {
  /** Takes the message about a faulty reporter where no other reporter is left to tell of it. */
  readonly warn?: (message: string) => void;
}

/**
 * One reporter out of several: each gets every event, in turn. A fault of one becomes one `warning` event for the
 * others, once, and is never thrown.
 */
export function teeReporters(reporters: readonly Reporter[], options: ReportOptions = {}): Reporter {
  const faulty = new Set<Reporter>();
  let time = "";

  const warn = async (reporter: Reporter, error: unknown): Promise<void> => {
    if (faulty.has(reporter)) return;
    faulty.add(reporter);
    const message = `A report could not be written: ${error instanceof Error ? error.message : String(error)}. The build goes on.`;
    const sound = reporters.filter((other) => !faulty.has(other));
    if (sound.length === 0) options.warn?.(message);
    for (const other of sound) {
      await guard(other, () => other.handle({ type: "warning", time, code: "report-failed", message }));
    }
  };
  const guard = (reporter: Reporter, act: () => void | Promise<void>): void | Promise<void> => {
    try {
      const wait = act();
      if (wait !== undefined) return wait.catch((error: unknown) => warn(reporter, error));
    } catch (error) {
      return warn(reporter, error);
    }
  };

  return {
    async handle(event) {
      time = event.time;
      for (const reporter of reporters) {
        const wait = guard(reporter, () => reporter.handle(event));
        if (wait !== undefined) await wait;
      }
    },
    async close() {
      for (const reporter of reporters) await guard(reporter, () => reporter.close?.());
    },
  };
}

/**
 * Feeds a run's events to the reporters, closes them whatever happens, and returns the run's last event.
 * Throws what the events' source throws; an Error if it ends without `run.end`.
 */
export async function report(
  events: AsyncIterable<Event>,
  reporters: readonly Reporter[],
  options: ReportOptions = {},
): Promise<RunEnd> {
  const all = teeReporters(reporters, options);
  let end: RunEnd | undefined;
  try {
    for await (const event of events) {
      await all.handle(event);
      if (event.type === "run.end") end = event;
    }
  } finally {
    await all.close?.();
  }
  if (end === undefined) throw new Error("The run's events ended without run.end.");
  return end;
}
