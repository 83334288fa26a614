import { createdOf, headOf, type Pull, shaOfCheck, shaOfReview, shaOfStatus, startOfCheck } from "./pull.js";

/** A head commit that the branch has had. */
export interface Head {
  readonly sha: string;
  /** Ms since the epoch. */
  readonly created: number;
}

/**
 * The head commits that reviews, checks and the pull request name, in order of time, the present one last. A commit is as old as the first
 * thing that names it; the first one is as old as the pull request. With one alone, its checks tell when it was pushed, for they begin then.
 */
export function headsOf(pull: Pull): Head[] {
  const present = headOf(pull);
  const created = createdOf(pull);
  const checks = checkTimes(pull);
  const all = earliest([...checks, ...reviewTimes(pull)], created);
  const older = [...all].filter(([sha]) => sha !== present).sort(([, a], [, b]) => a - b);
  if (older.length === 0) return [{ sha: present, created: earliest(checks, created).get(present) ?? created }];
  const heads = older.map(([sha, at], index) => ({ sha, created: index === 0 ? created : at }));
  const last = heads.at(-1)?.created ?? created;
  const pushed = all.get(present) ?? pull.fields.time("updated_at") ?? last;
  return [...heads, { sha: present, created: Math.max(pushed, last) }];
}

type Sighting = readonly [sha: string | null, at: number | null];

function checkTimes(pull: Pull): Sighting[] {
  return [
    ...pull.checks.map((check): Sighting => [shaOfCheck(check, pull), startOfCheck(check)]),
    ...pull.statuses.map((status): Sighting => [shaOfStatus(status, pull), status.time("created_at")]),
  ];
}

function reviewTimes(pull: Pull): Sighting[] {
  return pull.reviews.map((review): Sighting => [shaOfReview(review, pull), review.time("submitted_at")]);
}

/** The first time of each commit, none before the pull request: what was checked earlier was not yet under review. */
function earliest(sightings: readonly Sighting[], created: number): Map<string, number> {
  const times = new Map<string, number>();
  for (const [sha, at] of sightings) {
    if (sha === null) continue;
    const time = Math.max(at ?? created, created);
    times.set(sha, Math.min(times.get(sha) ?? time, time));
  }
  return times;
}
