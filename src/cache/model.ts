/** What a store says of an entry that it restored or saved. */
export interface CacheHit {
  /** The key of the entry: the one asked for, or one that a restore key begins. */
  readonly key: string;
  /** Bytes of the entry as kept, before any compression on the way to a service. */
  readonly bytes: number;
  /** For each path the sha256 of the file, just checked, in hex; null for a folder or what was not there. */
  readonly sha256s: readonly (string | null)[];
}

/**
 * Keeps files between runs, by key. Entries are immutable: a key that is there is not saved again. A fault of a store
 * (unreachable, full, damaged, refused) is a warning and a miss, never an exception: a cache costs time, not the build.
 */
export interface CacheStore {
  /**
   * Puts the files of an entry back to `paths`, in place of what is there: those of `key`, else of the newest entry whose
   * key begins with one of `restoreKeys`, tried in turn. Null: a miss, and `paths` are as they were. Nothing half-restored
   * is ever at a path; of several, the first one goes first and comes last, so that where it is there, all are.
   *
   * @param paths absolute; the same strings as when it was saved, since they are part of what names an entry
   */
  restore(
    key: string,
    restoreKeys: readonly string[],
    paths: readonly string[],
    options?: CacheCall,
  ): Promise<CacheHit | null>;
  /** The newest key that begins with `prefix`, without fetching it; null: none. Says why a miss missed. */
  find(prefix: string, paths: readonly string[], options?: CacheCall): Promise<string | null>;
  /**
   * Keeps files or folders under a key, as they are: modes, times and links. A path that does not exist is kept as such.
   * Null: not saved (the key is there already, or a fault, which a warning tells).
   */
  save(key: string, paths: readonly string[], options?: CacheCall): Promise<CacheHit | null>;
}

export interface CacheCall {
  /** Ends the call, with null. */
  readonly signal?: AbortSignal;
}

/** What every store is made with. */
export interface CacheOptions {
  /** Told of a fault: one sentence, safe to print. A store tells of its first fault only. */
  readonly warn?: (message: string) => void;
  /** Bound of one restore or search in ms. Default 2 minutes. */
  readonly timeoutMs?: number;
  /** Bound of one save in ms. Default 5 minutes. */
  readonly saveTimeoutMs?: number;
}
