import { lstat, mkdir, readdir, rename, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { isCode } from "../files.js";
import { tryLock, waitForLock } from "../lock.js";
import { makeOwnFolder, type OwnFolder, removeLeftFolders } from "../own-folder.js";
import { Damaged, type EntryRecord, readRecord, recordPath } from "./record.js";

/** An entry's folder, and what is in it; `damaged`: a sentence's end that says why it can't be used. */
export type FoundEntry = {
  readonly id: string;
  readonly folder: string;
  readonly inode: bigint;
  readonly used: number;
} & (
  | { readonly record: EntryRecord; readonly damaged?: undefined }
  | { readonly record: null; readonly damaged: string }
);

/** Folders of another number hold another format, and are left alone. */
const FORMAT = "v1";
const LOCK_MS = 10_000;

/** The folders of a directory store. They appear and go by renaming, one writer at a time; anybody may read. */
export class Entries {
  readonly #root: string;
  readonly #folder: string;
  readonly #lock: string;
  #swept = false;

  constructor(directory: string) {
    this.#root = join(directory, FORMAT);
    this.#folder = join(this.#root, "entries");
    this.#lock = join(this.#root, "lock");
  }

  /** The entry of that name; null: there is none. */
  async find(id: string): Promise<FoundEntry | null> {
    const folder = join(this.#folder, id);
    const inode = await inodeOf(folder);
    if (inode === null) return null;
    try {
      const record = await readRecord(folder);
      if (record === null) throw new Damaged("its record is missing");
      return { id, folder, inode, record, used: (await stat(recordPath(folder))).mtimeMs };
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      return { id, folder, inode, record: null, damaged: error.message, used: 0 };
    }
  }

  async all(): Promise<readonly FoundEntry[]> {
    const names = await readdir(this.#folder).catch((error: unknown) => {
      if (isCode(error, "ENOENT")) return [];
      throw error;
    });
    const found = await Promise.all(names.sort().map((name) => this.find(name)));
    return found.filter((entry) => entry !== null);
  }

  /** Notes that the entry in a folder was of use; where nothing can be written, that is forgotten. */
  async touch(folder: string, now: number): Promise<void> {
    await utimes(recordPath(folder), now / 1000, now / 1000).catch(() => undefined);
  }

  /** Moves a finished entry in; false: there is one of that name. */
  async add(id: string, from: string): Promise<boolean> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    return this.#write(async () => {
      try {
        if ((await inodeOf(join(this.#folder, id))) !== null) return false;
        await rename(from, join(this.#folder, id));
        return true;
      } catch (error) {
        if (isCode(error, "ENOTEMPTY") || isCode(error, "EEXIST")) return false;
        throw error;
      }
    });
  }

  /** Takes an entry out, if it is still the one that was found. */
  async remove({ id, folder, inode }: FoundEntry): Promise<void> {
    const own = await this.temporaryFolder();
    try {
      await this.#write(async () => {
        if ((await inodeOf(folder)) === inode) await rename(folder, join(own.path, id));
      });
    } finally {
      await own.remove();
    }
  }

  /** A folder on the same file system that is gone when its owner is. */
  temporaryFolder(): Promise<OwnFolder> {
    return makeOwnFolder(join(this.#root, "tmp"));
  }

  /** Removes what processes left that were killed; once. */
  async sweep(): Promise<void> {
    if (this.#swept) return;
    this.#swept = true;
    await removeLeftFolders(join(this.#root, "tmp"));
    const left = (await inodeOf(this.#lock)) === null ? null : await tryLock(this.#lock).catch(() => null);
    await left?.release();
  }

  async #write<T>(action: () => Promise<T>): Promise<T> {
    const lock = await waitForLock(this.#lock, LOCK_MS);
    try {
      return await action();
    } finally {
      await lock.release();
    }
  }
}

async function inodeOf(path: string): Promise<bigint | null> {
  try {
    return (await lstat(path, { bigint: true })).ino;
  } catch (error) {
    if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return null;
    throw error;
  }
}
