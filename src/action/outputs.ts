import type { Event, PhaseSummary, Result } from "../run/index.js";
import { boundedPhases } from "./phases-output.js";
import type { Toolkit } from "./toolkit.js";

export type RunEnd = Extract<Event, { type: "run.end" }>;

/** The action's outputs by the names of action.yml; all of them are set on every way that main ends. */
export type Outputs = Readonly<
  Record<"result" | "phases" | "failed-phase" | "cache-hit" | "cache-key" | "report-path" | "matrix", string>
>;

/** What the outputs say when nothing ran. */
export const NOTHING_RAN: Outputs = {
  result: "failure" satisfies Result,
  phases: "[]",
  "failed-phase": "",
  "cache-hit": "off",
  "cache-key": "",
  "report-path": "",
  matrix: "",
};

/** The outputs of a run that ended. `mask` hides secrets: the runner drops an output that has one in it. */
export function outputsOf(
  end: RunEnd,
  options: { readonly matrix: string; readonly mask: (text: string) => string },
): Outputs {
  return {
    ...NOTHING_RAN,
    result: end.result,
    phases: boundedPhases(end.phases, options.mask),
    "failed-phase": failedPhase(end.phases)?.phase ?? "",
    "cache-hit": end.cache.hit,
    "cache-key": end.cache.key ?? "",
    matrix: options.matrix,
  };
}

/** The first phase that failed or timed out. */
export function failedPhase(phases: readonly PhaseSummary[]): PhaseSummary | undefined {
  return phases.find(({ result }) => result === "failure" || result === "timed-out");
}

export function setOutputs(core: Pick<Toolkit, "setOutput">, outputs: Outputs): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}
