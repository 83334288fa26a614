import type { Event } from "../run/index.js";
import { closingText } from "./console-closing.js";
import { ConsoleLines, type Level } from "./console-lines.js";
import { ConsoleProgress, type Schedule } from "./console-progress.js";
import { Outputs } from "./outputs.js";
import type { Reporter } from "./reporter.js";
import { Sink, type TerminalLike } from "./sink.js";
import { theme } from "./theme.js";
import { Trace } from "./trace.js";

export interface ConsoleOptions {
  readonly out: TerminalLike;
  /** Whether to write colours; see `shouldColor`. */
  readonly color: boolean;
  /** `quiet`: failures and the last line; `verbose`: also folders, names of variables, time-outs and the cache. Default `normal`. */
  readonly level?: Level;
  /** Live lines of what runs: `auto` (default) draws them where `out` is a terminal. */
  readonly progress?: "auto" | "never";
  /** Columns; default: the terminal's, else 80. */
  readonly width?: number;
  /** The clock of the live lines. */
  readonly now?: () => Date;
  /** Calls again and again, every so many milliseconds, until the returned function is called. */
  readonly schedule?: Schedule;
}

/** Lines of output kept for each failure. */
const TAIL = { lines: 20, characters: 8 * 1024 };

/** Reports a run to people, on a terminal or as plain lines on a pipe. */
export function consoleReporter(options: ConsoleOptions): Reporter {
  const { out, level = "normal" } = options;
  const look = theme(options.color);
  const trace = new Trace(TAIL);
  const lines = new ConsoleLines({ theme: look, level, trace });
  const live = out.isTTY === true && options.progress !== "never";
  const progress = live ? new ConsoleProgress({ ...options, theme: look, trace }) : undefined;
  const sink = new Sink(out);
  const outputs = new Outputs(options.color ? "keep" : "drop");

  const textOf = (event: Event): string => {
    if (event.type === "phase.end") outputs.clear();
    if (event.type === "output") return level === "quiet" ? "" : lines.output(event, outputs.clean(event));
    if (event.type !== "run.end") return lines.of(event);
    const width = options.width ?? out.columns ?? 80;
    return closingText({ end: event, trace, theme: look, level, width });
  };

  progress?.begin((text) => sink.write(text));
  return {
    handle(event) {
      trace.take(event);
      const text = textOf(event);
      if (progress === undefined) return sink.write(text);
      return sink.write(event.type === "run.end" ? progress.end() + text : progress.above(text));
    },
    async close() {
      await sink.write(progress?.end() ?? "");
      await sink.close();
    },
  };
}
