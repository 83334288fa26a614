import type { Plan } from "../plan/index.js";
import type { PhaseSummary, Result, StepSummary } from "../run/index.js";
import { durationText } from "./duration.js";
import { code, cut } from "./markdown.js";
import { isFailure } from "./trace.js";
import { stepTitle } from "./words.js";

export const MARKS: Readonly<Record<Result, string>> = {
  success: "✅",
  failure: "❌",
  cancelled: "🚫",
  skipped: "⏭️",
  "timed-out": "⏱️",
};

/** How much of a phase is shown: steps that did not fail, steps that did, and characters of a name. */
interface Detail {
  readonly others: number;
  readonly failures: number;
  readonly name: number;
}

/** From all that a reader may want down to the phases alone. */
const DETAILS: readonly Detail[] = [
  { others: 200, failures: Number.POSITIVE_INFINITY, name: 120 },
  { others: 40, failures: Number.POSITIVE_INFINITY, name: 80 },
  { others: 10, failures: Number.POSITIVE_INFINITY, name: 40 },
  { others: 0, failures: Number.POSITIVE_INFINITY, name: 24 },
  { others: 0, failures: Number.POSITIVE_INFINITY, name: 12 },
  { others: 0, failures: 1000, name: 12 },
  { others: 0, failures: 100, name: 12 },
  { others: 0, failures: 0, name: 12 },
];

interface TableOptions {
  readonly phases: readonly PhaseSummary[];
  readonly plan: Plan | undefined;
  /** Bytes of UTF-8 that the table may take. */
  readonly bytes: number;
}

/** The phases and their steps as a table, as detailed as fits. All phases are in it, and all failures if at all possible. */
export function summaryTable({ phases, plan, bytes }: TableOptions): string {
  const rows = phases.map((phase) => {
    const planned = plan?.phases.find((candidate) => candidate.phase === phase.phase)?.steps ?? [];
    return { phase, mayFail: (step: number) => planned[step]?.continueOnError === true };
  });
  let table = "";
  for (const detail of DETAILS) {
    table = tableOf(rows, detail);
    if (Buffer.byteLength(table) <= bytes) return table;
  }
  return table;
}

interface Rows {
  readonly phase: PhaseSummary;
  readonly mayFail: (step: number) => boolean;
}

function tableOf(phases: readonly Rows[], detail: Detail): string {
  const head = ["| Phase | Step | Result | Time | Attempts |", "| :--- | :--- | :--- | ---: | ---: |"];
  const rows = phases.flatMap((rows) => [phaseRow(rows.phase), ...stepRows(rows, detail)]);
  return `${[...head, ...rows].join("\n")}\n`;
}

function phaseRow({ phase, result, durationMs, cached, steps }: PhaseSummary): string {
  const time = result === "skipped" ? "" : `**${durationText(durationMs)}**`;
  const count = `${steps.length} step${steps.length === 1 ? "" : "s"}${cached ? ", cached" : ""}`;
  return `| **${phase}** | ${count} | ${MARKS[result]} **${result}** | ${time} | |`;
}

function stepRows({ phase, mayFail }: Rows, detail: Detail): string[] {
  const rows: string[] = [];
  const left: Record<"failures" | "others", number> = { failures: detail.failures, others: detail.others };
  const hidden = new Map<Result, number>();
  const flush = (): void => {
    if (hidden.size === 0) return;
    const counts = [...hidden].map(([result, count]) => `${count} ${result}`).join(", ");
    rows.push(`| | *… ${counts}* | | | |`);
    hidden.clear();
  };
  for (const [index, step] of phase.steps.entries()) {
    const kind = isFailure(step.result) ? "failures" : "others";
    if (left[kind] > 0) {
      left[kind]--;
      flush();
      rows.push(stepRow(step, { width: detail.name, mayFail: mayFail(index) }));
    } else hidden.set(step.result, (hidden.get(step.result) ?? 0) + 1);
  }
  flush();
  return rows;
}

function stepRow(step: StepSummary, { width, mayFail }: { readonly width: number; readonly mayFail: boolean }): string {
  const { result, durationMs, attempts } = step;
  const time = result === "skipped" ? "" : durationText(durationMs);
  const allowed = mayFail && isFailure(result);
  const mark = allowed ? "⚠️" : MARKS[result];
  const kind = step.background ? " *background*" : "";
  return `| | ${code(cut(stepTitle(step), width))}${kind} | ${mark} ${resultText(step)}${allowed ? ", may fail" : ""} | ${time} | ${attempts === 0 ? "" : attempts} |`;
}

function resultText({ result, exitCode, signal, cached }: StepSummary): string {
  if (cached) return "cached";
  if (result !== "failure") return result;
  if (signal !== null) return `failure (${signal.replace(/\W/g, "")})`;
  return exitCode === null ? "failure" : `failure (exit code ${exitCode})`;
}
