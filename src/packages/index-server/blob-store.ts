import type { BigIntStats } from "node:fs";
import { access, type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isCode } from "../../files.js";
import { sha256OfFile } from "../../sha256.js";
import type { Store } from "./store.js";

/** A kept file, open: it stays the same also when its path goes. The caller closes it. */
export interface OpenBlob {
  readonly sha256: string;
  readonly size: number;
  readonly handle: FileHandle;
}

/** Files by the sha256 of their bytes. Each is checked before its first use in a process, and again when it has been touched. */
export class BlobStore {
  readonly #store: Store;
  readonly #verified = new Map<string, string>();
  readonly #verifying = new Map<string, Promise<boolean>>();
  readonly #publishing = new Set<Promise<unknown>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Opens a kept file; null: it is not there, or was damaged and is dropped. */
  async open(sha256: string): Promise<OpenBlob | null> {
    const path = this.path(sha256);
    let handle: FileHandle;
    try {
      handle = await open(path, "r");
    } catch (error) {
      if (!isCode(error, "ENOENT")) this.#store.fault(error);
      return null;
    }
    try {
      const stats = await handle.stat({ bigint: true });
      if (stats.isFile() && (await this.#isWhole({ sha256, handle, stamp: stampOf(stats) }))) {
        return { sha256, size: Number(stats.size), handle };
      }
    } catch (error) {
      this.#store.fault(error);
    }
    await handle.close();
    this.#verified.delete(sha256);
    this.#store.later(() => rm(path, { force: true }));
    return null;
  }

  /** Keeps bytes of that sha256. @throws where nothing can be written */
  async write(bytes: Uint8Array, sha256: string): Promise<void> {
    const temporary = this.#store.temporaryFile();
    const handle = await open(temporary, "wx+", 0o600);
    try {
      await handle.writeFile(bytes);
      await this.publish(temporary, { sha256, handle });
    } finally {
      await handle.close();
      await rm(temporary, { force: true });
    }
  }

  /** Moves a finished file of that sha256 in, flushed to disk first. */
  publish(temporary: string, file: { readonly sha256: string; readonly handle: FileHandle }): Promise<void> {
    const publishing = this.#publish(temporary, file);
    const done = (): boolean => this.#publishing.delete(publishing);
    this.#publishing.add(publishing);
    publishing.then(done, done);
    return publishing;
  }

  async #publish(temporary: string, file: { readonly sha256: string; readonly handle: FileHandle }): Promise<void> {
    const { sha256, handle } = file;
    const path = this.path(sha256);
    await handle.sync();
    await this.#store.write(async () => {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(temporary, path);
    });
    this.#verified.set(sha256, stampOf(await handle.stat({ bigint: true })));
  }

  /** Waits for what is just about to be there. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#publishing);
  }

  /** Which of these are there, or just about to be; not checked. */
  async keptOf(names: readonly string[]): Promise<ReadonlySet<string>> {
    await this.settled();
    const valid = [...new Set(names)].filter((name) => /^[0-9a-f]{64}$/.test(name));
    const there = await Promise.all(
      valid.map((name) =>
        access(this.path(name)).then(
          () => true,
          () => false,
        ),
      ),
    );
    return new Set(valid.filter((_, index) => there[index]));
  }

  path(sha256: string): string {
    return join(this.#store.root, "files", sha256.slice(0, 2), sha256);
  }

  #isWhole(file: { readonly sha256: string; readonly handle: FileHandle; readonly stamp: string }): Promise<boolean> {
    const { sha256, handle, stamp } = file;
    if (this.#verified.get(sha256) === stamp) return Promise.resolve(true);
    const key = `${sha256} ${stamp}`;
    let check = this.#verifying.get(key);
    if (check === undefined) {
      check = sha256OfFile(handle).then((found) => {
        if (found === sha256) this.#verified.set(sha256, stamp);
        return found === sha256;
      });
      this.#verifying.set(key, check);
      const done = (): boolean => this.#verifying.delete(key);
      check.then(done, done);
    }
    return check;
  }
}

function stampOf({ ino, size, mtimeNs }: BigIntStats): string {
  return `${ino} ${size} ${mtimeNs}`;
}
