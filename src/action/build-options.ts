import { join } from "node:path";
import type { BuildOptions } from "../build/index.js";
import { SPEC_FILE } from "../spec/index.js";
import type { Edge } from "./edge.js";
import type { Inputs } from "./inputs.js";

/** What the inputs ask of the build. Paths are the workspace's; a spec is never looked for in folders above. */
export function buildOptions(edge: Edge, inputs: Inputs, workspace: string): BuildOptions {
  const { environment, platform, home, now } = edge;
  return {
    machine: { environment, platform, home, now, cwd: workspace },
    confineTo: workspace,
    spec: specPath(inputs),
    stage: inputs.stage,
    phases: inputs.phases,
    environment: {},
    keepGoing: false,
    workflowCommands: inputs.workflowCommands === "on" ? "passed" : "withheld",
    ...(inputs.workingDirectory === null ? {} : { directory: inputs.workingDirectory }),
    ...(inputs.python === null ? {} : { python: inputs.python }),
    ...(inputs.timeout === null ? {} : { timeout: inputs.timeout }),
    ...(inputs.decryptionKey === null ? {} : { decryptionKey: inputs.decryptionKey }),
  };
}

/** The spec's file, relative to the workspace. */
export function specPath({ spec, workingDirectory }: Pick<Inputs, "spec" | "workingDirectory">): string {
  return spec ?? join(workingDirectory ?? "", SPEC_FILE);
}
