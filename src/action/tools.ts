import type { Edge } from "./edge.js";

const TOOLS = ["git", "python3", "uv"] as const;

/** Tells the debug log, where the job has one, which tools the run will meet: what a report of a fault should say. */
export async function tellTools({ core, environment }: Edge): Promise<void> {
  if (!core.isDebug()) return;
  const { getExecOutput } = await import("@actions/exec");
  for (const tool of TOOLS) {
    const options = { silent: true, ignoreReturnCode: true, env: { ...environment } };
    const version = await getExecOutput(tool, ["--version"], options).then(
      ({ stdout }) => stdout.trim(),
      () => "not found",
    );
    core.debug(`${tool}: ${version}`);
  }
}
