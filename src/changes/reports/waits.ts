import type { Change, Version } from "../model.js";
import { currentVersion, reviewsOf } from "./reviews.js";

/** How long a change has waited for its reviewers, in ms, by what one counts from. */
export interface Waits {
  readonly last: number;
  readonly first: number;
  /** Since the first version after the last one that a reviewer voted down. */
  readonly rejection: number;
}

/** Whom an open change waits for: its submitter if anything on the current version is negative, else its reviewers. */
export function waitsFor(change: Change): "submitter" | "reviewer" {
  return currentVersion(change).votes.some(({ value }) => value < 0) ? "submitter" : "reviewer";
}

/** Counted from when a version was made, to `now`; never less than 0. */
export function waitsOf(change: Change, now: number): Waits {
  const since = (version: Version | undefined): number => Math.max(0, now - (version?.created ?? now));
  const rejected = change.versions.findLastIndex((version) => reviewsOf(version).some(({ value }) => value < 0));
  return {
    last: since(currentVersion(change)),
    first: since(change.versions[0]),
    rejection: since(change.versions[rejected + 1]),
  };
}

/** The arithmetic mean; null of nothing. */
export function average(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The middle value, or the mean of the two in the middle; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return average(sorted.slice(sorted.length % 2 === 1 ? middle : middle - 1, middle + 1));
}

/** Null of nothing. */
export function longest(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((most, value) => Math.max(most, value), 0);
}
