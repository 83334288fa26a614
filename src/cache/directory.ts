import { join } from "node:path";
import { Entries, type FoundEntry } from "./entries.js";
import { Guard } from "./guard.js";
import { hitOf } from "./hit.js";
import type { CacheCall, CacheHit, CacheOptions, CacheStore } from "./model.js";
import { packEntry } from "./pack-entry.js";
import { openPart } from "./part-file.js";
import { outdated, type PruneLimits } from "./prune.js";
import { Damaged, type EntryRecord, entryId } from "./record.js";
import { unpackEntry } from "./unpack-entry.js";

export interface DirectoryCacheOptions extends CacheOptions {
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** An entry of a directory, for people. Times in ms since the epoch. */
export interface CacheEntry {
  readonly id: string;
  readonly key: string;
  readonly paths: readonly string[];
  readonly bytes: number;
  readonly created: number;
  /** When it was last restored, else saved. */
  readonly used: number;
}

/** What a check of all entries found; what is damaged is gone. */
export interface DirectoryCheck {
  readonly whole: readonly CacheEntry[];
  readonly damaged: readonly { readonly id: string; readonly key: string | null; readonly why: string }[];
}

type WholeEntry = Extract<FoundEntry, { readonly record: EntryRecord }>;

/**
 * A store in a folder, which any number of processes may use at once. A file that nobody may write to (mode 0444) is kept
 * and restored by hard link, which costs nothing; others are copied, a folder is one archive (tar, with zstd if it is
 * there). Everything is checked against its sha256 before it is restored; what is damaged is dropped.
 */
export class DirectoryCache implements CacheStore {
  readonly #entries: Entries;
  readonly #guard: Guard;
  readonly #now: () => number;

  /** @param directory made when something is saved */
  constructor(directory: string, options: DirectoryCacheOptions = {}) {
    this.#entries = new Entries(directory);
    this.#guard = new Guard(`the cache in ${directory}`, options);
    this.#now = options.now ?? Date.now;
  }

  restore(
    key: string,
    restoreKeys: readonly string[],
    paths: readonly string[],
    call: CacheCall = {},
  ): Promise<CacheHit | null> {
    return this.#guard.run("restore", call, async (signal) => {
      await this.#entries.sweep();
      for await (const entry of this.#candidates([key, restoreKeys], paths)) {
        if (await this.#unpack(entry, signal)) return hitOf(entry.record);
      }
      return null;
    });
  }

  find(prefix: string, paths: readonly string[], call: CacheCall = {}): Promise<string | null> {
    return this.#guard.run("restore", call, async () => (await this.#beginning(prefix, paths))[0]?.record.key ?? null);
  }

  save(key: string, paths: readonly string[], call: CacheCall = {}): Promise<CacheHit | null> {
    return this.#guard.run("save", call, async (signal) => {
      await this.#entries.sweep();
      const id = entryId(key, paths);
      if ((await this.#entries.find(id)) !== null) return null;
      const own = await this.#entries.temporaryFolder();
      try {
        const source = { key, paths, archive: "best" as const, created: this.#now() };
        const folder = join(own.path, "entry");
        const record = await packEntry(folder, source, signal);
        await this.#entries.touch(folder, source.created);
        signal.throwIfAborted();
        return (await this.#entries.add(id, folder)) ? hitOf(record) : null;
      } finally {
        await own.remove();
      }
    });
  }

  /** All entries, the one used last first. @throws where the folder can't be read */
  async list(): Promise<readonly CacheEntry[]> {
    return (await this.#whole()).map(described).sort((a, b) => b.used - a.used);
  }

  /** Removes an entry; false: there is none of that id. @throws where it can't be removed */
  async remove(id: string): Promise<boolean> {
    const entry = /^[0-9a-f]{64}$/.test(id) ? await this.#entries.find(id) : null;
    if (entry !== null) await this.#entries.remove(entry);
    return entry !== null;
  }

  /** Reads every byte of every entry, and drops the damaged ones. @throws where they can't be read or removed */
  async verify(): Promise<DirectoryCheck> {
    const whole: CacheEntry[] = [];
    const damaged: { readonly id: string; readonly key: string | null; readonly why: string }[] = [];
    for (const entry of await this.#entries.all()) {
      const why = entry.damaged ?? (await whyDamaged(entry));
      if (why === null && entry.record !== null) whole.push(described(entry));
      if (why === null) continue;
      await this.#entries.remove(entry);
      damaged.push({ id: entry.id, key: entry.record?.key ?? null, why });
    }
    return { whole, damaged };
  }

  /** Removes what was not used for long, then the least recently used until the rest fits. Gives what went. */
  async prune(limits: PruneLimits): Promise<readonly CacheEntry[]> {
    await this.#entries.sweep();
    const gone = outdated(await this.#whole(), limits, this.#now());
    for (const entry of gone) await this.#entries.remove(entry);
    return gone.map(described);
  }

  async #whole(): Promise<readonly WholeEntry[]> {
    return (await this.#entries.all()).filter((entry) => entry.record !== null);
  }

  /** Entries to be tried in turn. */
  async *#candidates(
    [key, restoreKeys]: readonly [string, readonly string[]],
    paths: readonly string[],
  ): AsyncGenerator<WholeEntry> {
    const exact = await this.#entries.find(entryId(key, paths));
    if (exact?.record) yield exact;
    else if (exact) await this.#drop(exact, exact.damaged);
    for (const prefix of restoreKeys) yield* await this.#beginning(prefix, paths);
  }

  async #beginning(prefix: string, paths: readonly string[]): Promise<readonly WholeEntry[]> {
    return (await this.#whole())
      .filter(({ id, record }) => record.key.startsWith(prefix) && id === entryId(record.key, paths))
      .sort((a, b) => b.record.created - a.record.created);
  }

  async #unpack(entry: WholeEntry, signal: AbortSignal): Promise<boolean> {
    const { folder, record } = entry;
    try {
      await unpackEntry({ folder, record }, signal);
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      await this.#drop(entry, error.message);
      return false;
    }
    await this.#entries.touch(folder, this.#now());
    return true;
  }

  async #drop(entry: FoundEntry, why: string): Promise<void> {
    // Another process may have taken it out just now.
    if ((await this.#entries.find(entry.id))?.inode !== entry.inode) return;
    this.#guard.tell(new Error(`the entry ${entry.record?.key ?? entry.id} is dropped: ${why}`));
    await this.#entries.remove(entry).catch(() => undefined);
  }
}

async function whyDamaged(entry: WholeEntry): Promise<string | null> {
  try {
    for (const [index, part] of entry.record.parts.entries()) {
      if (part.kind === "absent") continue;
      const { handle } = await openPart(join(entry.folder, String(index)), part.sha256, { reading: "always" });
      await handle.close();
    }
    return null;
  } catch (error) {
    if (error instanceof Damaged) return error.message;
    throw error;
  }
}

function described({ id, used, record: { key, paths, bytes, created } }: WholeEntry): CacheEntry {
  return { id, key, paths, bytes, created, used };
}
