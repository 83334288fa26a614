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

/** A vote with a label; null for labels that are none of the three, and for 0. A site may allow more than 2, which says no more than 2 does. */
export function labelVote(label: {
  readonly name: string | null;
  readonly value: number | null;
  readonly by: Person | null;
  readonly at: number | null;
}): Vote | null {
  const column = COLUMNS.get(label.name ?? "");
  const value = Math.max(-2, Math.min(2, Math.trunc(label.value ?? 0)));
  if (column === undefined || value === 0) return null;
  return { column, value: value as VoteValue, by: label.by, at: label.at };
}

/** A change that is not ready says so as a draft on GitHub does. */
export const NOT_READY: Vote = { column: "workflow", value: -1, by: null, at: null };
