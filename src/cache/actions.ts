import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { makeOwnFolder } from "../own-folder.js";
import { MOST_KEYS, wireKey, wirePrefix } from "./actions-key.js";
import { askActions, exchangeFolder } from "./actions-process.js";
import type { ActionsRequest } from "./actions-request.js";
import { Guard } from "./guard.js";
import { hitOf } from "./hit.js";
import type { CacheCall, CacheHit, CacheOptions, CacheStore } from "./model.js";
import { packEntry } from "./pack-entry.js";
import { Damaged, type EntryRecord, readRecord } from "./record.js";
import { stagingPrefix, unpackEntry } from "./unpack-entry.js";

type Variables = Readonly<Record<string, string | undefined>>;

export interface ActionsCacheOptions extends CacheOptions {
  /** Variables that lead to the service, proxies and PATH. Default: this process's own. */
  readonly environment?: Variables;
}

/**
 * The cache of GitHub Actions, and of what speaks its protocols. What goes there is one folder an entry, the same as in a
 * directory store: files and archives with their sha256s, so whatever comes back is checked before anything is put in
 * place. Entries are not signed: the sha256s find damage, not who wrote it.
 */
export class ActionsCache implements CacheStore {
  readonly #guard: Guard;
  readonly #environment: Variables;
  readonly #failed = new Set<"read" | "write">();

  constructor(options: ActionsCacheOptions = {}) {
    this.#guard = new Guard("the Actions cache", options);
    this.#environment = options.environment ?? process.env;
  }

  /** Whether a job with these variables has the service; that of the first protocol needs no token. */
  static isAvailable(environment: Variables): boolean {
    const { ACTIONS_RUNTIME_TOKEN, ACTIONS_RESULTS_URL, ACTIONS_CACHE_URL } = environment;
    return Boolean(ACTIONS_CACHE_URL || (ACTIONS_RUNTIME_TOKEN && ACTIONS_RESULTS_URL));
  }

  restore(
    key: string,
    restoreKeys: readonly string[],
    paths: readonly string[],
    call: CacheCall = {},
  ): Promise<CacheHit | null> {
    return this.#guard.run("restore", call, (signal) =>
      this.#inFolder(paths, async (folder) => {
        const path = wirePath(paths);
        const others = restoreKeys.map(wirePrefix).slice(0, MOST_KEYS - 1);
        const request = { verb: "restore", key: wireKey(key), restoreKeys: others, path } as const;
        if ((await this.#ask(request, folder, signal)) === null) return null;
        const entry = join(exchangeFolder(folder), path);
        const record = await recordOf(entry, [key, restoreKeys], paths);
        if (record === null) return null;
        await unpackEntry({ folder: entry, record }, signal);
        return hitOf(record);
      }),
    );
  }

  /** As `CacheStore.find`; the key is as the service has it: what is longer than 512 characters is shortened. */
  find(prefix: string, paths: readonly string[], call: CacheCall = {}): Promise<string | null> {
    return this.#guard.run("restore", call, (signal) =>
      this.#inFolder(paths, (folder) => {
        const key = wirePrefix(prefix);
        return this.#ask({ verb: "find", key, restoreKeys: [key], path: wirePath(paths) }, folder, signal);
      }),
    );
  }

  save(key: string, paths: readonly string[], call: CacheCall = {}): Promise<CacheHit | null> {
    return this.#guard.run("save", call, (signal) =>
      this.#inFolder(paths, async (folder) => {
        const path = wirePath(paths);
        // The client compresses all of it.
        const source = { key, paths, archive: "tar", created: Date.now() } as const;
        await mkdir(exchangeFolder(folder), { recursive: true, mode: 0o700 });
        const record = await packEntry(join(exchangeFolder(folder), path), source, signal);
        const saved = await this.#ask({ verb: "save", key: wireKey(key), path }, folder, signal);
        return saved === null ? null : hitOf(record);
      }),
    );
  }

  /** A service that failed is not asked again: each time could take as long as the first. */
  async #ask(request: ActionsRequest, folder: string, signal: AbortSignal): Promise<string | null> {
    const way = request.verb === "save" ? "write" : "read";
    if (this.#failed.has("read") || this.#failed.has(way)) return null;
    try {
      return await askActions(request, { folder, environment: this.#environment }, signal);
    } catch (error) {
      if (!(error instanceof Damaged)) this.#failed.add(way);
      throw error;
    }
  }

  /** Works in a folder beside the first path: the same file system, so that files are linked and renamed. */
  async #inFolder<T>(paths: readonly string[], action: (folder: string) => Promise<T>): Promise<T> {
    const first = resolve(paths[0] ?? "");
    const own = await makeOwnFolder(dirname(first), stagingPrefix(first));
    try {
      return await action(own.path);
    } finally {
      await own.remove();
    }
  }
}

/** The one name that the service has an entry's content under, which with the key names the entry. */
function wirePath(paths: readonly string[]): string {
  return `forgexec-${createHash("sha256").update(JSON.stringify(paths)).digest("hex").slice(0, 32)}`;
}

/** The record of what came; null: another entry, whose key only begins as the one asked for when cut short. @throws Damaged */
async function recordOf(
  folder: string,
  [key, restoreKeys]: readonly [string, readonly string[]],
  paths: readonly string[],
): Promise<EntryRecord | null> {
  const record = await readRecord(folder);
  if (record === null) throw new Damaged("what came from it is no entry of forgexec");
  const wanted = record.key === key || restoreKeys.some((prefix) => record.key.startsWith(prefix));
  const same = JSON.stringify(record.paths) === JSON.stringify(paths);
  return wanted && same ? record : null;
}
