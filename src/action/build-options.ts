import { join } from "node:path";
import type { BuildOptions, CacheChoice } from "../build/index.js";
import { SPEC_FILE } from "../spec/index.js";
import type { Edge } from "./edge.js";
import type { Inputs } from "./inputs.js";

/** What the inputs ask of the build. Paths are the workspace's; a spec is never looked for in folders above. */
export function buildOptions(
  edge: Edge,
  inputs: Inputs,
  where: { readonly workspace: string; readonly shared: NonNullable<CacheChoice["shared"]> | null },
): BuildOptions {
  const { environment, platform, home, now } = edge;
  const { workspace, shared } = where;
  return {
    machine: { environment, platform, home, now, cwd: workspace },
    confineTo: workspace,
    spec: specPath(inputs),
    stage: inputs.stage,
    phases: inputs.phases,
    environment: {},
    keepGoing: false,
    cache: {
      use: inputs.packageCache,
      freshness: inputs.freshness,
      mount: inputs.mount,
      ...(inputs.cachePrefix === null ? {} : { prefix: inputs.cachePrefix }),
      ...(shared === null ? {} : { shared, saving: "later" }),
    },
    workflowCommands: inputs.workflowCommands === "on" ? "passed" : "withheld",
    ...(inputs.workingDirectory === null ? {} : { directory: inputs.workingDirectory }),
    ...(inputs.python === null ? {} : { python: inputs.python }),
    ...(inputs.sandbox === null ? {} : { sandbox: inputs.sandbox }),
    ...(inputs.timeout === null ? {} : { timeout: inputs.timeout }),
    ...(inputs.decryptionKey === null ? {} : { decryptionKey: inputs.decryptionKey }),
  };
}

/** The spec's file, relative to the workspace. */
export function specPath({ spec, workingDirectory }: Pick<Inputs, "spec" | "workingDirectory">): string {
  return spec ?? join(workingDirectory ?? "", SPEC_FILE);
}
