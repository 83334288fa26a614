import { createHash } from "node:crypto";
import type { StampKey } from "./stamp.js";

const FORMAT = 1;
const PART_LENGTH = 8;

/** What tells the environments of one project apart from those of others, and from another format's. */
export function keyPrefix(options: { readonly prefix: string; readonly project: string }): string {
  const { prefix, project } = options;
  return `${plain(prefix)}forgexec-env-${FORMAT}-${plain(project).slice(0, 120)}-`;
}

/**
 * The key of an environment in a store: short hashes of all that it depends on, one for each part, so that two keys tell
 * which parts differ. At most 512 characters without commas, as the Actions cache wants it.
 */
export function environmentKey(parts: StampKey, prefix: string): string {
  const hashes = Object.values(parts).map((text) =>
    createHash("sha256").update(text).digest("hex").slice(0, PART_LENGTH),
  );
  return prefix + hashes.join("");
}

/** The parts of `parts` that the environment of another key of the same prefix does not share; empty: it can't be told. */
export function differingParts(parts: StampKey, prefix: string, other: string): readonly string[] {
  const own = environmentKey(parts, prefix).slice(prefix.length);
  const theirs = other.slice(prefix.length);
  if (!other.startsWith(prefix) || theirs.length !== own.length) return [];
  return Object.keys(parts).filter((_, index) => {
    const from = index * PART_LENGTH;
    return own.slice(from, from + PART_LENGTH) !== theirs.slice(from, from + PART_LENGTH);
  });
}

/** The freshness window that a moment lies in. `freshnessMs`: its length, in ms; 0: there is none. */
export function freshnessWindow(now: number, freshnessMs: number): string {
  return freshnessMs > 0 ? `${freshnessMs}/${Math.floor(now / freshnessMs)}` : "";
}

function plain(text: string): string {
  return text.replace(/[^\w.-]+/g, "_");
}
