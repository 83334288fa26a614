import type { Event } from "../run/index.js";
import { cacheText } from "./cache-text.js";
import { durationText } from "./duration.js";
import { gantt } from "./gantt.js";
import { code, escapeMarkdown, fenced } from "./markdown.js";
import type { Reporter } from "./reporter.js";
import { MARKS, summaryTable } from "./summary-table.js";
import { type SummaryTarget, writeSummary } from "./summary-target.js";
import { isFailure, type PhaseTrace, type StepTrace, Trace } from "./trace.js";
import { commandText, phaseErrorText, RESULT_WORDS, reasonText, stepTitle } from "./words.js";

type RunEnd = Extract<Event, { type: "run.end" }>;

export interface SummaryOptions {
  /** The summary's file (GITHUB_STEP_SUMMARY), or what takes the text. */
  readonly target: SummaryTarget;
  /** The whole summary's bound in bytes of UTF-8, with what is there already. Default: just under GitHub's 1 MiB. */
  readonly maxBytes?: number;
}

const MAX_BYTES = 1024 * 1024 - 1024;
const TAIL = { lines: 50, characters: 16 * 1024 };
const LONGEST_COMMAND = 2000;

/** Writes the job summary when the run has ended: a table of phases and steps, what failed, and a chart. */
export function summaryReporter(options: SummaryOptions): Reporter {
  const { target, maxBytes = MAX_BYTES } = options;
  const trace = new Trace(TAIL);
  return {
    handle(event) {
      trace.take(event);
      if (event.type !== "run.end") return;
      return writeSummary(target, maxBytes, (bytes) => summaryText({ end: event, trace, bytes }));
    },
  };
}

/** The summary in at most so many bytes; the table comes first, and is there even where it takes more. */
function summaryText(options: { readonly end: RunEnd; readonly trace: Trace; readonly bytes: number }): string {
  const { end, trace, bytes } = options;
  const heading = headingOf(end, trace);
  const table = summaryTable({ phases: end.phases, plan: trace.plan, bytes: bytes - Buffer.byteLength(heading) - 1 });
  let room = bytes - Buffer.byteLength(heading) - Buffer.byteLength(table) - 1;
  const take = (part: string): string => {
    const size = Buffer.byteLength(part) + 1;
    if (part === "" || size > room) return "";
    room -= size;
    return `\n${part}`;
  };
  const chart = take(gantt([...trace.phases.values()].flatMap(barsOf)));
  const failures = failureTexts(end, trace).map(take).join("");
  return `${heading}\n${table}${chart}${failures}`;
}

function headingOf(end: RunEnd, trace: Trace): string {
  const stage = trace.plan?.stage ?? "run";
  const exit = end.exitCode === 0 ? "" : `, exit code ${end.exitCode}`;
  const cache = cacheText(end.cache);
  const line = `## ${MARKS[end.result]} forgexec: ${stage} ${RESULT_WORDS[end.result]} in ${durationText(end.durationMs)}${exit}\n`;
  return cache === null ? line : `${line}\n${escapeMarkdown(capitalised(cache))}.\n`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function failureTexts(end: RunEnd, trace: Trace): string[] {
  const stepless = end.phases.filter(({ phase, result }) => isFailure(result) && trace.failures(phase).length === 0);
  return [
    ...trace.failures().map(failureText),
    ...stepless.map(({ phase, result, error }) => {
      const why = error === undefined ? `The phase ${RESULT_WORDS[result]}.\n` : fenced(phaseErrorText(error));
      return `### ${MARKS[result]} ${phase}\n\n${why}`;
    }),
  ];
}

function failureText(step: StepTrace): string {
  const result = step.end?.result ?? "failure";
  const reason = step.end === undefined ? "failed" : reasonText(step.end);
  const took = durationText(step.end?.durationMs ?? 0);
  const attempt = step.attempt > 1 ? ` at attempt ${step.attempt}` : "";
  const command = escapeMarkdown(commandText(step.argv).slice(0, LONGEST_COMMAND));
  const tail = step.tail.text();
  const output = tail === "" ? "No output.\n" : fenced(tail);
  return `### ${MARKS[result]} ${step.phase}: ${code(stepTitle(step))}\n\n<code>${command}</code>: ${reason} after ${took}${attempt}\n\n${output}`;
}

function barsOf(phase: PhaseTrace): Parameters<typeof gantt>[0] {
  return [...phase.steps.values()].flatMap((step) =>
    step.end === undefined
      ? []
      : [
          {
            section: phase.phase,
            name: `${step.step + 1}. ${stepTitle(step)}`,
            result: step.end.result,
            startedAt: step.startedAt,
            durationMs: step.end.durationMs,
          },
        ],
  );
}
