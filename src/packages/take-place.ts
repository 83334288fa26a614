import { statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { UsageError } from "../errors.js";
import { makeOwnFolder, type OwnFolder } from "../own-folder.js";
import type { PackageOptions } from "./session.js";
import { type Slot, takeSlot } from "./slot.js";

/** Below so many bytes a disk counts as full: an environment with nothing but pip takes 20 MB. */
const LEAST_FREE = 64 * 1024 * 1024;

/** A place for the build's environment, and the options with the cache directory that it lies in. */
export interface Place {
  readonly options: PackageOptions;
  readonly slot: Slot;
  release(): Promise<void>;
}

/**
 * Takes the lowest free place in the cache directory. Where nothing can be written there, or its disk is full, a folder
 * for this run alone stands in for it, and a warning says so: a cache costs time, not the build.
 *
 * @throws UsageError `no-free-environment`, `cache-directory` where nothing can be written to the system's folder for
 *   temporary files either
 */
export async function takePlace(options: PackageOptions): Promise<Place> {
  let why: string;
  try {
    const slot = await takeSlot(options);
    const free = await freeBytes(options.cacheDirectory);
    if (free >= LEAST_FREE) return { options, slot, release: () => slot.lock.release() };
    await slot.lock.release();
    why = `only ${Math.floor(free / 1e6)} MB are free there`;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    why = (error as Error).message;
  }
  return placeForThisRun(options, why);
}

async function placeForThisRun(given: PackageOptions, why: string): Promise<Place> {
  const folder = await standIn(given.cacheDirectory, why);
  const message = `The cache directory ${given.cacheDirectory} is left out: ${why}. The run works in ${folder.path}, and keeps nothing.`;
  if (given.warn === undefined) given.note(message);
  else given.warn("cache-directory", message);
  const { cache, ...rest } = given;
  const off = cache === undefined ? {} : { cache: { ...cache, use: "off" as const, packages: null } };
  const options = { ...rest, ...off, cacheDirectory: folder.path };
  const slot = await takeSlot(options);
  return { options, slot, release: () => folder.remove() };
}

/** A folder of this user's own, which the next run clears away if this one is killed. */
async function standIn(cacheDirectory: string, why: string): Promise<OwnFolder> {
  try {
    return await makeOwnFolder(tmpdir(), `forgexec-cache-${process.getuid?.() ?? "user"}-`);
  } catch (error) {
    throw new UsageError(
      "cache-directory",
      `The build's environment cannot be made in the cache directory ${cacheDirectory}: ${why}; nor in ${tmpdir()}: ${(error as Error).message}. Name a directory that can be written to with FORGEXEC_CACHE_DIR.`,
      { cause: error },
    );
  }
}

async function freeBytes(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}
