import { createHash } from "node:crypto";
import { lstat, mkdir, readdir, rm, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { CacheStore } from "../cache/index.js";
import { filesBelow } from "./files-below.js";
import type { PendingSave } from "./package-cache.js";

const FORMAT = 1;
const HOLDS_FILES = /^[0-9a-f]{64}$/;
/** More than this is not carried from machine to machine: a service gives a repository 10 GB in all. */
const MOST_BYTES = 2 * 1024 ** 3;
/** The clients by what their caches cost to fill again: downloads before what was built. */
const CHEAPEST_FIRST = ["poetry", "pdm", "uv", "pip"];
/** What changes without anything new being there. */
const RESTLESS = /^(?:pip\/(?:http(?:-v2)?|selfcheck)\/|uv\/(?:interpreter|\.tmp|simple)|.*\.lock$)/;

/** What the index and the clients keep in the cache directory, carried from machine to machine by a store. */
export class PackageStore {
  readonly #store: CacheStore;
  readonly #prefix: string;
  readonly #cacheDirectory: string;
  readonly #clients: string;
  readonly #mostBytes: number;
  #restored: string | null = null;
  #origin: "nothing" | "store" | "earlier step" = "nothing";
  #asked: Promise<void> | undefined;

  /** `tag`: the machines that may share what was built. `mostBytes`: of all that is kept. */
  constructor(options: {
    readonly store: CacheStore;
    readonly prefix: string;
    readonly cacheDirectory: string;
    readonly tag: string;
    readonly mostBytes?: number;
  }) {
    const { store, prefix, cacheDirectory, tag, mostBytes = MOST_BYTES } = options;
    this.#store = store;
    this.#prefix = `${prefix}forgexec-packages-${FORMAT}-${tag}-`;
    this.#cacheDirectory = cacheDirectory;
    this.#clients = join(cacheDirectory, "clients", tag);
    this.#mostBytes = mostBytes;
  }

  /**
   * Fetches what the newest run of this prefix left; once. What an earlier step of the job has left is not replaced: it is
   * that and more, and still to be saved. A fault is the store's to tell of, and a miss.
   */
  restore(signal: AbortSignal | undefined): Promise<void> {
    this.#asked ??= (async () => {
      if ((await this.#contents()).length > 0) {
        this.#origin = "earlier step";
        return;
      }
      const options = signal === undefined ? {} : { signal };
      const hit = await this.#store.restore(`${this.#prefix}none`, [this.#prefix], this.#paths, options);
      this.#restored = hit?.key ?? null;
      if (hit !== null) this.#origin = "store";
    })();
    return this.#asked;
  }

  /** Whether something of an earlier run is there. */
  get found(): boolean {
    return this.#origin !== "nothing";
  }

  /**
   * Gives what is to be saved: under a hash of the contents, so that nothing new is nothing to save. Null: it is what was
   * restored, or there is nothing, or nobody asked what there was before, so that this would be less.
   *
   * @param used what the run took of the index's files; the others are dropped. `unknown`: it did not do all that such a
   *   run does, having failed or found its environment whole
   */
  async pending(used: ReadonlySet<string> | "unknown"): Promise<PendingSave | null> {
    if (this.#asked === undefined) return null;
    await this.#asked;
    if (used !== "unknown" && this.#origin !== "earlier step") await this.#dropUnused(used);
    await this.#fit();
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

  get #files(): string {
    return join(this.#cacheDirectory, "index", "v1", "files");
  }

  async #dropUnused(used: ReadonlySet<string>): Promise<void> {
    for (const path of await filesBelow(this.#files)) {
      const name = path.slice(-64);
      if (HOLDS_FILES.test(name) && !used.has(name)) await rm(path, { force: true });
    }
  }

  /** Drops what costs least to have again until the rest is within the bound: the index's files, the oldest first; then clients' caches. */
  async #fit(): Promise<void> {
    const files = await Promise.all((await filesBelow(this.#files)).map(sizeOf));
    files.sort((left, right) => left.mtimeMs - right.mtimeMs);
    const clients = CHEAPEST_FIRST.map(async (client) => {
      const path = join(this.#clients, client);
      const sizes = await Promise.all((await filesBelow(path)).map(sizeOf));
      return { path, bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0) };
    });
    const parts = [...files, ...(await Promise.all(clients))];
    let left = parts.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { path, bytes } of parts) {
      if (left <= this.#mostBytes) return;
      await rm(path, { recursive: true, force: true });
      left -= bytes;
    }
  }

  async #contents(): Promise<readonly string[]> {
    const files = (await filesBelow(this.#files)).map((path) => relative(this.#files, path));
    const clients = (await filesBelow(this.#clients)).map((path) =>
      relative(this.#clients, path).replaceAll("\\", "/"),
    );
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

async function sizeOf(
  path: string,
): Promise<{ readonly path: string; readonly bytes: number; readonly mtimeMs: number }> {
  const { size, mtimeMs } = await lstat(path).catch(() => ({ size: 0, mtimeMs: 0 }));
  return { path, bytes: size, mtimeMs };
}
