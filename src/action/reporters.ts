import { actionsReporter, type Reporter, summaryReporter } from "../report/index.js";
import type { Edge } from "./edge.js";
import type { Inputs } from "./inputs.js";

/** Who is told of the run: the job's log, and the job summary unless it is turned off or the runner has none. */
export function reportersFor(
  edge: Edge,
  { inputs, workspace }: { readonly inputs: Inputs; readonly workspace: string },
): readonly Reporter[] {
  const { environment, log } = edge;
  const actions = actionsReporter({
    out: log,
    workflowCommands: inputs.workflowCommands === "on" ? "run" : "inert",
    annotations: inputs.annotations,
    workspace,
  });
  if (inputs.summary === "off" || !environment.GITHUB_STEP_SUMMARY) return [actions];
  return [actions, summaryReporter({ target: { file: environment.GITHUB_STEP_SUMMARY } })];
}
