import { cacheDirectory } from "../build/index.js";
import { recoverPypirc } from "../packages/index.js";
import type { Edge } from "./edge.js";

/** Puts back what a main that was killed left changed. Never fails the job: a fault is a warning. */
export async function post(edge: Edge): Promise<void> {
  const { core, environment, platform, home, cwd, now } = edge;
  try {
    const directory = cacheDirectory({ environment, platform, home, cwd, now });
    for (const note of await recoverPypirc({ home, cacheDirectory: directory })) core.warning(note);
  } catch (error) {
    core.warning(`Cleaning up after the run failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
