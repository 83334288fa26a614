import { createHash } from "node:crypto";

const LENGTH = 512;
/** What is left of a key that is too long; prefixes are cut there too, so that they still begin it. */
const KEPT = LENGTH - 65;
/** The service takes so many keys at once, the key itself among them. */
export const MOST_KEYS = 10;

/** A key as the service takes it: at most 512 characters, no commas. What it stood for is in the entry itself. */
export function wireKey(key: string): string {
  const plain = plainKey(key);
  if (plain.length <= LENGTH) return plain;
  return `${plain.slice(0, KEPT)}-${createHash("sha256").update(key).digest("hex")}`;
}

/** The beginning of a key, likewise; it may fit more keys than the ones meant. */
export function wirePrefix(prefix: string): string {
  return plainKey(prefix).slice(0, KEPT);
}

function plainKey(key: string): string {
  return key.replaceAll(/[,\p{Cc}\p{Cs}]/gu, "_");
}
