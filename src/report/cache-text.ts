import type { CacheSummary } from "../run/index.js";
import { oneLine } from "../terminal-text.js";
import { durationText } from "./duration.js";

/** What the package cache did, as one sentence without its full stop; null: it was not asked. */
export function cacheText(cache: CacheSummary): string | null {
  if (cache.hit === "off") return null;
  const found = foundText(cache);
  const why = cache.reason === undefined ? "" : `: ${oneLine(cache.reason)}`;
  const saved = cache.savedKey === null ? "" : `; saved for the next run (${sizeText(cache.bytes)})`;
  return `package cache: ${found}${why}${saved}`;
}

function foundText({ hit, bytes, restoredMs }: CacheSummary): string {
  if (hit === "none") return "nothing to take";
  if (hit === "partial") return "packages of an earlier run, a new environment";
  return bytes === 0
    ? "the environment of the last run"
    : `the whole environment (${sizeText(bytes)} in ${durationText(restoredMs)})`;
}

/** A size as people read it: decimal units, as package indexes show them. */
export function sizeText(bytes: number): string {
  const units = ["kB", "MB", "GB"];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}
