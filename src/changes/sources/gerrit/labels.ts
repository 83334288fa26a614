import type { Person, Vote, VoteColumn, VoteValue } from "../../model.js";

/** Gerrit's labels, and what they were called before they had names that one could choose. */
const COLUMNS: ReadonlyMap<string, VoteColumn> = new Map([
  ["Verified", "tests"],
  ["VRIF", "tests"],
  ["Code-Review", "reviews"],
  ["CRVW", "reviews"],
  ["Workflow", "workflow"],
  ["APRV", "workflow"],
]);

/** The column that a label's votes are in; null for labels that are none of the three. */
export function columnOf(label: string | null): VoteColumn | null {
  return COLUMNS.get(label ?? "") ?? null;
}

/** What a vote counts; null for 0. A site may allow more than 2, which says no more than 2 does. */
export function voteValue(given: number | null): VoteValue | null {
  const value = Math.max(-2, Math.min(2, Math.trunc(given ?? 0)));
  return value === 0 ? null : (value as VoteValue);
}

/** A vote with a label; null for what is none. */
export function labelVote(label: {
  readonly name: string | null;
  readonly value: number | null;
  readonly by: Person | null;
  readonly at: number | null;
}): Vote | null {
  const column = columnOf(label.name);
  const value = voteValue(label.value);
  return column === null || value === null ? null : { column, value, by: label.by, at: label.at };
}

/** A change that is not ready says so as a draft on GitHub does. */
export const NOT_READY: Vote = { column: "workflow", value: -1, by: null, at: null };
