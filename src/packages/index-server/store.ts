import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { waitForLock } from "../../lock.js";
import { makeOwnFolder, type OwnFolder } from "../../own-folder.js";

/** Folders of another number hold another format, and are left alone. */
const FORMAT = "v1";
const LOCK_MS = 10_000;

/**
 * The folder that pages and files are kept in. Any number of processes read it; what they write appears by renaming, one
 * writer at a time.
 */
export class Store {
  readonly root: string;
  /** A folder of this process alone, on the same file system; null: nothing can be written here. */
  readonly temporary: string | null;
  readonly #own: OwnFolder | null;
  readonly #note: (line: string) => void;
  #turn: Promise<unknown> = Promise.resolve();
  #noted = false;

  private constructor(parts: {
    readonly root: string;
    readonly own: OwnFolder | null;
    readonly note: (line: string) => void;
  }) {
    this.root = parts.root;
    this.temporary = parts.own?.path ?? null;
    this.#own = parts.own;
    this.#note = parts.note;
  }

  /** Opens the store, made if need be, and clears up after processes that were killed. One that can't be written is read all the same. */
  static async open(directory: string, note: (line: string) => void): Promise<Store> {
    const root = join(directory, FORMAT);
    try {
      return new Store({ root, own: await makeOwnFolder(join(root, "tmp")), note });
    } catch (error) {
      const store = new Store({ root, own: null, note });
      store.fault(error);
      return store;
    }
  }

  /** A new name in this process's folder. @throws where nothing can be written */
  temporaryFile(): string {
    if (this.temporary === null) throw new Error(`${this.root} can't be written`);
    return join(this.temporary, randomBytes(9).toString("hex"));
  }

  /** Does what makes things appear in the store, or go from it; alone among all processes. */
  write<T>(action: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(async () => {
      if (this.temporary === null) throw new Error(`${this.root} can't be written`);
      const lock = await waitForLock(join(this.root, "lock"), LOCK_MS);
      try {
        return await action();
      } finally {
        await lock.release();
      }
    });
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /** Writes something that answers don't wait for. A fault is told of once, and costs only time later. */
  later(action: () => Promise<void>): void {
    if (this.temporary === null) return;
    this.write(action).catch((error) => this.fault(error));
  }

  /** Tells of the first fault of the store. */
  fault(error: unknown): void {
    if (this.#noted) return;
    this.#noted = true;
    this.#note(`the package index keeps nothing new: ${(error as Error).message}`);
  }

  /** Waits for what is being written, and removes this process's folder. */
  async close(): Promise<void> {
    await this.#turn;
    await this.#own?.remove();
  }
}
