import type { Plan } from "../plan/index.js";
import type { PhaseSummary, StepSummary } from "../run/index.js";
import { quoteWords } from "../spec/index.js";
import { failedPhase, type RunEnd } from "./outputs.js";

/** The longest command, in UTF-16 units, that is shown in the line. */
const COMMAND_LENGTH = 300;

/**
 * One line that says what ended the run: the phase, the command and its exit code. Null: nothing did, the run succeeded.
 * The plan tells which steps may fail.
 */
export function failureLine(end: RunEnd, plan: Pick<Plan, "phases">): string | null {
  if (end.result === "success" || end.result === "skipped") return null;
  if (end.result === "cancelled") return `The run was cancelled${during(end)}; exit code ${end.exitCode}.`;
  const phase = failedPhase(end.phases);
  if (phase === undefined) return `The run ended with exit code ${end.exitCode}.`;
  const planned = plan.phases.find((other) => other.phase === phase.phase)?.steps;
  const step = phase.steps.find(({ result }, at) => result === phase.result && planned?.[at]?.continueOnError !== true);
  if (step === undefined) {
    return phase.result === "timed-out"
      ? `Phase ${phase.phase} ran out of time; exit code ${end.exitCode}.`
      : `Phase ${phase.phase} failed; exit code ${end.exitCode}.${phase.error === undefined ? "" : ` ${phase.error.message}`}`;
  }
  return `Phase ${phase.phase} failed: ${command(step)} ${how(step)}.`;
}

function during(end: RunEnd): string {
  const phase: PhaseSummary | undefined = end.phases.find(({ result }) => result === "cancelled");
  return phase === undefined ? "" : ` during ${phase.phase}`;
}

function command(step: StepSummary): string {
  const words = quoteWords(step.argv).replace(/\s+/g, " ");
  return `\`${words.length > COMMAND_LENGTH ? `${words.slice(0, COMMAND_LENGTH)}…` : words}\``;
}

function how(step: StepSummary): string {
  const code = step.exitCode === null ? "" : `, exit code ${step.exitCode}`;
  if (step.result === "timed-out") return `ran out of time${code}`;
  if (step.signal !== null) return `was ended by ${step.signal}${code}`;
  return step.exitCode === null ? "could not be run" : `ended with exit code ${step.exitCode}`;
}
