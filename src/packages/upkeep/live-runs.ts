import { join } from "node:path";
import { lockHolder } from "../../lock.js";
import { namesIn } from "./tree.js";

const LOCK = ".lock";

/** The locks of a folder that live processes hold: names without `.lock`, with what to call the process. */
export async function heldLocks(folder: string, what: string): Promise<ReadonlyMap<string, string>> {
  const held = new Map<string, string>();
  for (const name of await namesIn(folder)) {
    if (!name.endsWith(LOCK)) continue;
    const owner = await lockHolder(join(folder, name)).catch(() => null);
    if (owner !== null) held.set(name.slice(0, -LOCK.length), `${what} (process ${owner.pid})`);
  }
  return held;
}

/** Live runs, by the name of the environment that each holds. */
export function liveRuns(cacheDirectory: string): Promise<ReadonlyMap<string, string>> {
  return heldLocks(join(cacheDirectory, "env"), "a run");
}
