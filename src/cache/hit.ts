import type { CacheHit } from "./model.js";
import type { EntryRecord } from "./record.js";

/** What is told of an entry. */
export function hitOf({ key, bytes, parts }: EntryRecord): CacheHit {
  return { key, bytes, sha256s: parts.map((part) => (part.kind === "file" ? part.sha256 : null)) };
}
