import { stat } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomically } from "../files.js";
import { openUpkeep } from "./upkeep.js";

/** More than this is not kept on a machine without being asked to: `forgexec cache prune`'s own default. */
const MOST_BYTES = 5 * 1024 ** 3;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Once a day, after a run that kept something new, brings the cache directory down to its bound: nobody should have to
 * look after a cache. A fault is left to `forgexec cache prune`, which tells of it.
 */
export async function keepTidy(cacheDirectory: string, now: number): Promise<void> {
  const stamp = join(cacheDirectory, "store", "pruned");
  try {
    const last = await stat(stamp).catch(() => null);
    if (last !== null && Math.abs(now - last.mtimeMs) < DAY_MS) return;
    await writeAtomically(stamp, "");
    if (last === null) return;
    await (await openUpkeep(cacheDirectory)).prune({ maxBytes: MOST_BYTES, now });
  } catch {
    // The cache costs time, not the build.
  }
}
