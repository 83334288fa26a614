import { randomBytes } from "node:crypto";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Lock, tryLock } from "./lock.js";

/** A folder that this process alone uses; a lock beside it, of the same name with `.lock`, marks it as in use. */
export interface OwnFolder {
  readonly path: string;
  /** Removes it. Safe to call twice; what can't be removed is left to the next process. */
  remove(): Promise<void>;
}

/**
 * Makes a folder in `parent` whose name begins with `prefix`, and removes those whose owners are gone.
 *
 * @throws where nothing can be written to `parent`
 */
export async function makeOwnFolder(parent: string, prefix = ""): Promise<OwnFolder> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  await removeLeftFolders(parent, prefix);
  const path = join(parent, `${prefix}${randomBytes(6).toString("hex")}`);
  const lock = await tryLock(`${path}.lock`);
  if (lock === null) throw new Error(`${path}.lock can't be taken`);
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    await lock.release();
    throw error;
  }
  return { path, remove: () => removeWithLock(path, lock) };
}

/** Removes the folders of that prefix whose owners are gone, as far as it can. */
export async function removeLeftFolders(parent: string, prefix = ""): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    if (!name.startsWith(prefix) || !name.endsWith(".lock")) continue;
    const lock = await tryLock(join(parent, name)).catch(() => null);
    if (lock !== null) await removeWithLock(join(parent, name.slice(0, -".lock".length)), lock);
  }
}

// The lock goes last, and stays where the folder does: somebody still has to remove it.
async function removeWithLock(path: string, lock: Lock): Promise<void> {
  await rm(path, { recursive: true, force: true }).then(
    () => lock.release().catch(() => undefined),
    () => undefined,
  );
}
