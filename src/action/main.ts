import { prepareBuild } from "../build/index.js";
import { matrixOf } from "../plan/index.js";
import { report } from "../report/index.js";
import { buildOptions } from "./build-options.js";
import { CANCEL_GRACE_MS, cancelOn } from "./cancellation.js";
import type { Edge } from "./edge.js";
import { failureLine } from "./failure.js";
import { undrawn } from "./inert.js";
import { type Inputs, readInputs } from "./inputs.js";
import { NOTHING_RAN, type Outputs, outputsOf, setOutputs } from "./outputs.js";
import { reportersFor } from "./reporters.js";
import { leaveForPost, sharedStore } from "./saves.js";
import { hide } from "./secrets.js";
import { tellFailure, tellWarnings } from "./tell.js";
import { tellTools } from "./tools.js";
import { requireSpec, workspaceOf } from "./workspace.js";

/** Runs the spec and reports it. Sets every output whatever happens, and the exit code; never throws. */
export async function main(edge: Edge): Promise<void> {
  let inputs: Inputs | null = null;
  let outputs = NOTHING_RAN;
  try {
    inputs = readInputs((name) => edge.core.getInput(name));
    outputs = await run(edge, inputs);
  } catch (error) {
    tellFailure(edge, { error, annotations: inputs?.annotations ?? "on" });
  } finally {
    setOutputs(edge.core, outputs);
  }
}

async function run(edge: Edge, inputs: Inputs): Promise<Outputs> {
  const { core } = edge;
  hide(core, inputs.decryptionKey ?? "");
  hide(core, inputs.githubToken ?? "");
  const cancellation = cancelOn(edge.signals, CANCEL_GRACE_MS);
  try {
    await tellTools(edge);
    const workspace = await workspaceOf(edge);
    await requireSpec(workspace, inputs);
    const shared = await sharedStore(edge);
    const build = await prepareBuild(buildOptions(edge, inputs, { workspace, shared }));
    await edge.closeInherited();
    for (const secret of build.secrets) hide(core, secret);
    tellWarnings(edge, { build, annotations: inputs.annotations });
    // What is told begins with a word of ours, so that no runner takes a line for a command.
    const progress = (line: string): void => void edge.log.write(`${undrawn(build.mask(line))}\n`);
    const events = build.run({ ...cancellation, progress });
    const end = await report(events, reportersFor(edge, { inputs, workspace }));
    leaveForPost(core, build.pendingSaves());
    const failure = failureLine(end, build.plan);
    if (failure !== null) core.setFailed(undrawn(build.mask(failure)));
    return outputsOf(end, { matrix: JSON.stringify(matrixOf(build.plan)), mask: build.mask });
  } finally {
    cancellation.release();
  }
}
