import { pad, padStart, widthOf } from "../columns.js";
import type { PhaseSummary } from "../run/index.js";
import { oneLine, plain } from "../terminal-text.js";
import { cacheText } from "./cache-text.js";
import type { Level } from "./console-lines.js";
import { durationText } from "./duration.js";
import type { RunEnd } from "./report.js";
import type { Theme } from "./theme.js";
import { isFailure, type StepTrace, type Trace } from "./trace.js";
import { commandText, ownName, phaseErrorText, RESULT_WORDS, reasonText, rerunCommand, stepTitle } from "./words.js";

interface Closing {
  readonly end: RunEnd;
  readonly trace: Trace;
  readonly theme: Theme;
  readonly level: Level;
  readonly width: number;
}

const MOST_FAILURES = 10;

/** The end of the terminal report: what failed, a line a phase with a timeline, and the result. */
export function closingText(closing: Closing): string {
  const { level } = closing;
  const parts =
    level === "quiet" ? [failures(closing), result(closing)] : [failures(closing), phases(closing), result(closing)];
  return parts.map((part) => (level === "quiet" ? part : `\n${part}`).replace(/^\n$/, "")).join("");
}

function phases(closing: Closing): string {
  const { end, theme, level } = closing;
  const names = Math.max(0, ...end.phases.map(({ phase }) => widthOf(phase)));
  const times = Math.max(0, ...end.phases.map(timeOf).map(widthOf));
  const lines = end.phases.map((phase) => {
    const time = theme.dim(padStart(timeOf(phase), times));
    return `${theme.mark(phase.result)} ${pad(phase.phase, names)}  ${time}  ${bar(closing, phase)}`.trimEnd();
  });
  const { cache } = end;
  const key = level === "verbose" ? [`cache: ${cache.hit}${cache.key === null ? "" : ` ${oneLine(cache.key)}`}`] : [];
  const facts = [cacheText(cache) ?? [], key].flat().map((fact) => theme.dim(`  ${fact}`));
  return [...lines, ...facts].map((line) => `${line}\n`).join("");
}

function timeOf(phase: PhaseSummary): string {
  if (phase.result === "skipped") return "skipped";
  return phase.cached ? "cached" : durationText(phase.durationMs);
}

/** Where the phase lies in the run's time. */
function bar(closing: Closing, phase: PhaseSummary): string {
  const { end, trace, theme } = closing;
  const first = Math.min(...[...trace.phases.values()].map(({ startedAt }) => startedAt));
  const started = trace.phases.get(phase.phase)?.startedAt;
  if (started === undefined || phase.result === "skipped" || end.durationMs <= 0) return "";
  const width = Math.max(10, Math.min(40, closing.width - 40));
  const total = Math.max(1, end.durationMs);
  const from = Math.min(width - 1, Math.max(0, Math.floor(((started - first) / total) * width)));
  const length = Math.min(width - from, Math.max(1, Math.round((phase.durationMs / total) * width)));
  return " ".repeat(from) + theme.paint(phase.result)("━".repeat(length));
}

function failures(closing: Closing): string {
  const { end, trace, theme } = closing;
  const failed = trace.failures();
  const shown = failed.slice(0, MOST_FAILURES).map((step) => failure(closing, step));
  const more = failed.length - shown.length;
  if (more > 0) shown.push(`${theme.red(`… and ${more} more failed steps`)}\n`);
  const stepless = end.phases.filter((phase) => isFailure(phase.result) && trace.failures(phase.phase).length === 0);
  return [...shown, ...stepless.map((phase) => phaseFailure(closing, phase))].join("\n");
}

/** A phase that failed though no step of it did: its environment could not be made, or its time was up. */
function phaseFailure({ theme }: Closing, phase: PhaseSummary): string {
  const head = `${theme.red(theme.bold(" FAILED "))}${theme.bold(phase.phase)}  ${theme.red(RESULT_WORDS[phase.result])}`;
  const why = phase.error === undefined ? [] : plain(phaseErrorText(phase.error)).split("\n");
  const lines = why.map((line) => `${theme.red("  │")} ${line}`);
  return [head, ...lines].map((line) => `${line}\n`).join("");
}

function failure(closing: Closing, step: StepTrace): string {
  const { theme, trace } = closing;
  const { bold, dim, red } = theme;
  const name = ownName(step);
  const reason = step.end === undefined ? "" : `${reasonText(step.end)} after ${durationText(step.end.durationMs)}`;
  const attempts = step.attempt > 1 ? ` (attempt ${step.attempt})` : "";
  const head = `${red(bold(" FAILED "))}${bold(`${step.phase}${name === undefined ? "" : ` › ${name}`}`)}  ${red(reason)}${attempts}`;
  const command = plain(commandText(step.argv));
  const tail = step.tail.text();
  const output =
    tail === ""
      ? [dim("  (no output)")]
      : plain(tail)
          .split("\n")
          .map((line) => `${red("  │")} ${line}`);
  const rerun =
    trace.plan === undefined ? [] : [`  ${dim("again from here:")} ${rerunCommand(trace.plan, step.phase)}`];
  return [head, `  ${dim("$")} ${command}`, ...output, ...rerun].map((line) => `${line}\n`).join("");
}

function result(closing: Closing): string {
  const { end, trace, theme } = closing;
  const { bold, dim, mark, paint } = theme;
  const stage = trace.plan?.stage ?? "run";
  const words = paint(end.result)(bold(`${stage} ${RESULT_WORDS[end.result]}`));
  const code = end.exitCode === 0 ? "" : dim(`  exit code ${end.exitCode}`);
  const [first, ...others] = trace.failures();
  const what =
    first === undefined
      ? ""
      : `: ${first.phase} › ${stepTitle(first)}${others.length > 0 ? ` and ${others.length} more` : ""}`;
  return `${mark(end.result)} ${words}${what}  ${dim(`in ${durationText(end.durationMs)}`)}${code}\n`;
}
