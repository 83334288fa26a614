import type { PhaseError, Result } from "../run/index.js";
import { quoteWords } from "../spec/index.js";
import { oneLine } from "../terminal-text.js";

/** How a step ended, in words: `exit code 1`, `killed by SIGKILL`, `timed out`. */
export function reasonText(end: {
  readonly result: Result;
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly timedOut?: boolean;
  readonly cached?: true;
}): string {
  if (end.timedOut === true || end.result === "timed-out") return "timed out";
  if (end.result === "cancelled") return "cancelled";
  if (end.result === "skipped") return end.cached === true ? "cached" : "skipped";
  if (end.signal !== null) return `killed by ${oneLine(end.signal)}`;
  if (end.exitCode !== null && end.exitCode !== 0) return `exit code ${end.exitCode}`;
  return end.result === "success" ? "success" : "failed";
}

/** Why a phase failed before its steps, with the place. */
export function phaseErrorText({ message, place }: PhaseError): string {
  return place === null ? message : `${place.file}:${place.line}:${place.column}: ${message}`;
}

/** What a run's or a phase's result is called in a sentence. */
export const RESULT_WORDS: Readonly<Record<Result, string>> = {
  success: "succeeded",
  failure: "failed",
  cancelled: "was cancelled",
  skipped: "was skipped",
  "timed-out": "timed out",
};

/** The command as a shell would read it back, on one line. */
export function commandText(argv: readonly string[]): string {
  return oneLine(quoteWords(argv));
}

/** The step's name, unless it only repeats the command or its beginning, as the name of a step without one does. */
export function ownName(step: { readonly name: string; readonly argv: readonly string[] }): string | undefined {
  const name = step.name.endsWith(" …") ? step.name.slice(0, -2) : step.name;
  const commands = [quoteWords(step.argv), step.argv.join(" "), (step.argv.at(-1) ?? "").trim()];
  return commands.some((command) => command.startsWith(name)) ? undefined : oneLine(step.name);
}

const LONGEST_TITLE = 1000;

/** The step's name, or its command where it has none. */
export function stepTitle(step: { readonly name: string; readonly argv: readonly string[] }): string {
  return oneLine((step.name === "" ? quoteWords(step.argv) : step.name).slice(0, LONGEST_TITLE));
}

/** The command that runs a build again from a phase on. */
export function rerunCommand(plan: { readonly stage: string; readonly spec: string }, phase: string): string {
  const spec = plan.spec === ".forge.yml" ? [] : ["--spec", plan.spec];
  return commandText(["forgexec", "run", plan.stage, ...spec, "--from", phase]);
}
