import type { CacheStore } from "../cache/index.js";

/** How a run uses what earlier runs have left. */
export interface PackageCache {
  /** `off`: nothing of an earlier run is used, and nothing is kept. `read-only`: nothing is kept. */
  readonly use: "read-write" | "read-only" | "off";
  /** Keeps environments by key. */
  readonly environments: CacheStore;
  /** Keeps the index's files and the clients' caches between machines; null: the cache directory itself does. */
  readonly packages: CacheStore | null;
  /** `later`: what is to be saved is only told of, by `PackageSession.pending`, for a process that comes after this one. */
  readonly saving: "at-end" | "later";
  /** Stands before every key. */
  readonly prefix: string;
  /** How long an environment counts as fresh, in ms. */
  readonly freshnessMs: number;
  /** Whether environments may be mounted where the machine can. */
  readonly mounting: "allowed" | "never";
}

/** An entry that is still to be saved. */
export interface PendingSave {
  readonly what: "environment" | "packages";
  readonly key: string;
  readonly paths: readonly string[];
}
