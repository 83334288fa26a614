import type { Change, Version, Vote, VoteColumn, VoteValue } from "../model.js";
import type { People } from "../people.js";

/** A strong vote counts more than any number of weak ones, and a negative one more than a positive one. */
const CASTING_ORDER: readonly VoteValue[] = [-2, 2, -1, 1];

/** The newest version. */
export function currentVersion(change: Change): Version {
  const current = change.versions.at(-1);
  if (current === undefined) throw new Error(`change ${change.url} has no version`);
  return current;
}

/** The vote that a column comes down to: the first present of -2, +2, -1, +1; null where there is none. */
export function castingVote(version: Version, column: VoteColumn): VoteValue | null {
  let best = CASTING_ORDER.length;
  for (const vote of version.votes) {
    if (vote.column === column) best = Math.min(best, CASTING_ORDER.indexOf(vote.value));
  }
  return CASTING_ORDER[best] ?? null;
}

/** The votes that are reviews. */
export function reviewsOf(version: Version): readonly Vote[] {
  return version.votes.filter(({ column }) => column === "reviews");
}

/** Whether one of the people has reviewed that version. */
export function reviewedBy(version: Version, people: People): boolean {
  return version.votes.some(({ column, by }) => column === "reviews" && people.has(by));
}

/** Whether any version was reviewed by anyone outside of the given sets; a deleted account's review is one. */
export function reviewedByOthers(change: Change, ...without: readonly People[]): boolean {
  return change.versions.some((version) =>
    version.votes.some(({ column, by }) => column === "reviews" && !without.some((people) => people.has(by))),
  );
}
