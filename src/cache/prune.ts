/** What may stay. */
export interface PruneLimits {
  /** Of all that stays. */
  readonly maxBytes?: number;
  /** Not used for longer than that goes. */
  readonly olderThanMs?: number;
}

interface Prunable {
  readonly used: number;
  readonly record: { readonly bytes: number };
}

/** What has to go, in the order of their going: what was not used for long, then the least recently used until the rest fits. */
export function outdated<T extends Prunable>(entries: readonly T[], limits: PruneLimits, now: number): readonly T[] {
  const { maxBytes = Number.POSITIVE_INFINITY, olderThanMs = Number.POSITIVE_INFINITY } = limits;
  const byUse = entries.toSorted((a, b) => b.used - a.used);
  let bytes = 0;
  const kept = byUse.findIndex(({ used, record }) => {
    bytes += record.bytes;
    return now - used > olderThanMs || bytes > maxBytes;
  });
  return kept < 0 ? [] : byUse.slice(kept).reverse();
}
