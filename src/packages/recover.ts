import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { tryLock } from "../lock.js";
import { removeLeftFolders } from "../own-folder.js";
import { recoverImages } from "./image/index.js";
import { dropAbandonedImage } from "./kept-image.js";
import { changeParticipants, journalExists } from "./pypirc-journal.js";
import { runFolder } from "./run-folder.js";

const LEFTOVER = /^(.+)\.(?:pip\.conf|pypirc|clients|image|lock)$/;

/** The pip configuration of the run that holds the environment at `path`. */
export function pipConfigPath(path: string): string {
  return `${path}.pip.conf`;
}

/** What a phase of the run that holds the environment at `path` sees as ~/.pypirc, in a sandbox. */
export function shownPypircPath(path: string): string {
  return `${path}.pypirc`;
}

function lockOf(path: string): string {
  return `${path}.lock`;
}

/**
 * Undoes what runs of this user left that were ended by `kill -9`, whichever project they were of: mounted environments,
 * their sections in ~/.pypirc, their configuration files of pip and others, half-written files, and their locks. For the
 * start of every run; costs five look-ups when there is nothing. What live runs have stays. Gives sentences for the user.
 *
 * @throws UsageError where ~/.pypirc can't be read or written.
 */
export async function recoverPackages(where: {
  readonly home: string;
  readonly cacheDirectory: string;
}): Promise<readonly string[]> {
  const mounts = await recoverImages(where);
  await removeLeftovers(join(where.cacheDirectory, "env"));
  // A run that finds all in place opens neither the index nor the store, which would see to it.
  for (const part of ["index", "store"]) await removeLeftFolders(join(where.cacheDirectory, part, "v1", "tmp"));
  const pypirc = (await journalExists(where.home)) ? await changeParticipants(where.home, (live) => live) : [];
  return [...mounts, ...pypirc];
}

async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const slots = names.map((name) => LEFTOVER.exec(name)?.[1]).filter((slot) => slot !== undefined);
  for (const slot of new Set(slots)) {
    const path = join(folder, slot);
    const lock = await tryLock(lockOf(path)).catch(() => null);
    if (lock === null) continue;
    for (const file of [pipConfigPath(path), shownPypircPath(path)])
      await rm(file, { force: true }).catch(() => undefined);
    await rm(runFolder(path), { recursive: true, force: true }).catch(() => undefined);
    await dropAbandonedImage(path);
    await lock.release();
  }
}
