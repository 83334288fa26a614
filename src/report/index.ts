export { type ColorMode, shouldColor } from "./color.js";
export { type ConsoleOptions, consoleReporter } from "./console.js";
export { durationText } from "./duration.js";
export { jsonReporter } from "./json.js";
export { planTable } from "./plan-table.js";
export { type RunEnd, report, teeReporters } from "./report.js";
export type { Reporter } from "./reporter.js";
export type { OutputStreamLike, TerminalLike } from "./sink.js";
