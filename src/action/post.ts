import { cacheDirectory } from "../build/index.js";
import { recoverPackages } from "../packages/index.js";
import { endStraysOfDeadRuns } from "../run/index.js";
import type { Edge } from "./edge.js";
import { undrawn } from "./inert.js";
import { saveWhatIsLeft } from "./saves.js";

/** From SIGTERM to SIGKILL: nobody waits for a job that is over. */
const GRACE_MS = 1000;

/** Ends what a main that was killed left running, and puts back what it left changed. Never fails the job: a fault is a warning. */
export async function post(edge: Edge): Promise<void> {
  const { core, environment, platform, home, cwd, now } = edge;
  try {
    await endStraysOfDeadRuns({ graceMs: GRACE_MS, hurry: new AbortController().signal });
    const directory = cacheDirectory({ environment, platform, home, cwd, now });
    await saveWhatIsLeft(edge);
    for (const note of await recoverPackages({ home, cacheDirectory: directory })) core.warning(undrawn(note));
  } catch (error) {
    core.warning(
      undrawn(`Cleaning up after the run failed: ${error instanceof Error ? error.message : String(error)}`),
    );
  }
}
