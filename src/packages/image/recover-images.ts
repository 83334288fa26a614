import { readdir, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { tryLock } from "../../lock.js";
import { mountPoints } from "./mount-table.js";
import { PART_NAMES, partsOf, UNFINISHED } from "./parts.js";
import { removeParts } from "./remove-parts.js";

const SUFFIX = ".image";

/**
 * Takes away what runs left of their environment images that were ended by `kill -9`: mounts under `<cache
 * directory>/env`, and their files; the images' own files stay. For the start of every run; costs a look into that
 * folder and, where there are images, one at the table of mounts. A slot that a live run holds is left alone: its lock
 * is taken meanwhile. Gives sentences for the user, of what could not be removed; never throws.
 */
export async function recoverImages(where: { readonly cacheDirectory: string }): Promise<readonly string[]> {
  const folder = await realpath(join(where.cacheDirectory, "env")).catch(() => null);
  if (folder === null) return [];
  const problems: string[] = [];
  for (const slot of await leftovers(folder)) {
    const lock = await tryLock(`${slot}.lock`).catch(() => null);
    if (lock === null) continue;
    try {
      await removeParts(await partsOf(slot));
      await removeUnfinished(`${slot}${SUFFIX}`);
    } catch (error) {
      problems.push((error as Error).message);
    } finally {
      await lock.release();
    }
  }
  return problems;
}

/** Environments with more beside them than an image's file. */
async function leftovers(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(SUFFIX));
  if (names.length === 0) return [];
  const mounted = await mountPoints();
  const slots = names.map((name) => join(folder, name.slice(0, -SUFFIX.length)));
  const left = await Promise.all(
    slots.map(
      async (slot) => mounted.includes(slot) || (await readdir(`${slot}${SUFFIX}`).catch(() => [])).some(isPart),
    ),
  );
  return slots.filter((_, index) => left[index]);
}

function isPart(name: string): boolean {
  return name.endsWith(UNFINISHED) || (PART_NAMES as readonly string[]).includes(name);
}

async function removeUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((other) => other.endsWith(UNFINISHED))) await rm(join(folder, name), { force: true });
}
