import { createHash } from "node:crypto";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { CacheStore } from "../cache/index.js";
import type { PendingSave } from "./package-cache.js";

const FORMAT = 1;
const HOLDS_FILES = /^[0-9a-f]{64}$/;
/** What changes without anything new being there. */
const RESTLESS = /^(?:pip\/(?:http(?:-v2)?|selfcheck)\/|uv\/(?:interpreter|\.tmp|simple)|.*\.lock$)/;

/** What the index and the clients keep in the cache directory, carried from machine to machine by a store. */
export class PackageStore {
  readonly #store: CacheStore;
  readonly #prefix: string;
  readonly #cacheDirectory: string;
  readonly #clients: string;
  #restored: string | null = null;
  #asked: Promise<void> | undefined;

  /** `tag`: the machines that may share what was built. */
  constructor(options: {
    readonly store: CacheStore;
    readonly prefix: string;
    readonly cacheDirectory: string;
    readonly tag: string;
  }) {
    const { store, prefix, cacheDirectory, tag } = options;
    this.#store = store;
    this.#prefix = `${prefix}forgexec-packages-${FORMAT}-${tag}-`;
    this.#cacheDirectory = cacheDirectory;
    this.#clients = join(cacheDirectory, "clients", tag);
  }

  /** Fetches what the newest run of this prefix left; once. A fault is the store's to tell of, and a miss. */
  restore(signal: AbortSignal | undefined): Promise<void> {
    this.#asked ??= (async () => {
      const options = signal === undefined ? {} : { signal };
      const hit = await this.#store.restore(`${this.#prefix}none`, [this.#prefix], this.#paths, options);
      this.#restored = hit?.key ?? null;
    })();
    return this.#asked;
  }

  /** Whether something of an earlier run is there. */
  get found(): boolean {
    return this.#restored !== null;
  }

  /**
   * Drops what the run did not use, and gives what is to be saved: under a hash of the contents, so that nothing new is
   * nothing to save. Null: it is what was restored, or there is nothing.
   */
  async pending(used: ReadonlySet<string>): Promise<PendingSave | null> {
    await this.#dropUnused(used);
    const names = await this.#contents();
    if (names.length === 0) return null;
    const hash = createHash("sha256").update(names.join("\n")).digest("hex").slice(0, 32);
    const key = this.#prefix + hash;
    if (key === this.#restored) return null;
    for (const path of this.#paths) await mkdir(path, { recursive: true, mode: 0o700 });
    return { what: "packages", key, paths: this.#paths };
  }

  get #paths(): readonly string[] {
    return [join(this.#cacheDirectory, "index"), this.#clients, join(this.#cacheDirectory, "pip")];
  }

  async #dropUnused(used: ReadonlySet<string>): Promise<void> {
    const files = join(this.#cacheDirectory, "index", "v1", "files");
    for (const path of await walk(files)) {
      const name = path.slice(-64);
      if (HOLDS_FILES.test(name) && !used.has(name)) await rm(path, { force: true });
    }
  }

  async #contents(): Promise<readonly string[]> {
    const index = join(this.#cacheDirectory, "index", "v1", "files");
    const files = (await walk(index)).map((path) => relative(index, path));
    const clients = (await walk(this.#clients)).map((path) => relative(this.#clients, path).replaceAll("\\", "/"));
    return [...files, ...clients.filter((name) => !RESTLESS.test(name))].sort();
  }
}

/** Whether a folder has anything in it. */
export async function hasContents(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const stats = await stat(join(folder, name)).catch(() => null);
    if (stats?.isFile() || (stats?.isDirectory() && (await hasContents(join(folder, name))))) return true;
  }
  return false;
}

async function walk(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
