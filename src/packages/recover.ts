import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { tryLock } from "./lock.js";
import { changeParticipants, journalExists } from "./pypirc-journal.js";

const PIP_CONFIG = ".pip.conf";

/** The pip configuration of the run that holds the environment at `path`. */
export function pipConfigPath(path: string): string {
  return path + PIP_CONFIG;
}

/**
 * Undoes what runs of this user left that were ended by `kill -9`, whichever project they were of: their sections in
 * ~/.pypirc and their pip configuration files. For the start of every run; costs two look-ups when there is nothing.
 * What live runs have stays. Gives sentences for the user.
 *
 * @throws UsageError where ~/.pypirc can't be read or written.
 */
export async function recoverPypirc(where: {
  readonly home: string;
  readonly cacheDirectory: string;
}): Promise<readonly string[]> {
  await removePipConfigurations(join(where.cacheDirectory, "env"));
  return (await journalExists(where.home)) ? await changeParticipants(where.home, (live) => live) : [];
}

async function removePipConfigurations(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.endsWith(PIP_CONFIG))) {
    const path = join(folder, name);
    const lock = await tryLock(`${path.slice(0, -PIP_CONFIG.length)}.lock`).catch(() => null);
    if (lock === null) continue;
    await rm(path, { force: true }).catch(() => undefined);
    await lock.release();
  }
}
