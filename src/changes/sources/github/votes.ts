import type { Vote, VoteValue } from "../../model.js";
import type { Fields } from "../fields.js";
import { personAt } from "./person.js";
import { headOf, type Pull, shaOfCheck, shaOfReview, shaOfStatus, startOfCheck } from "./pull.js";

const FAILED = new Set(["failure", "timed_out", "cancelled", "action_required", "startup_failure", "error"]);
const INSIDERS = new Set(["OWNER", "MEMBER", "COLLABORATOR"]);
const HELD_BACK = new Set(["wip", "work in progress", "do not merge"]);

/** The votes on one head commit; what says how a pull request as a whole stands counts for the present one. */
export function votesOn(sha: string, pull: Pull): Vote[] {
  return [...testVotes(sha, pull), ...reviewVotes(sha, pull), ...(sha === headOf(pull) ? workflowVotes(pull) : [])];
}

/** The latest run of each check and the latest status of each context. */
function testVotes(sha: string, pull: Pull): Vote[] {
  const checks = pull.checks.filter((check) => shaOfCheck(check, pull) === sha);
  const statuses = pull.statuses.filter((status) => shaOfStatus(status, pull) === sha);
  return [
    ...latest(checks, checkName, startOfCheck).map((check) => ({
      result: check.text("conclusion"),
      at: check.time("completed_at"),
    })),
    ...latest(
      statuses,
      (status) => status.text("context"),
      (status) => status.time("updated_at") ?? status.time("created_at"),
    ).map((status) => ({
      result: status.text("state"),
      at: status.time("updated_at") ?? status.time("created_at"),
    })),
  ].flatMap(({ result, at }): Vote[] => {
    const value = testValue(result?.toLowerCase() ?? null);
    return value === null ? [] : [{ column: "tests", value, by: null, at }];
  });
}

function testValue(result: string | null): VoteValue | null {
  if (result === "success") return 1;
  return result !== null && FAILED.has(result) ? -1 : null;
}

/** Checks of two apps may have the same name. */
function checkName(check: Fields): string | null {
  const name = check.text("name");
  return name === null ? null : JSON.stringify([check.object("app")?.number("id"), name]);
}

/** Each reviewer's latest review that says yes or no, or said so and was dismissed. */
function reviewVotes(sha: string, pull: Pull): Vote[] {
  const decided = pull.reviews.filter(
    (review) => shaOfReview(review, pull) === sha && !["COMMENTED", "PENDING", ""].includes(stateOf(review)),
  );
  const reviewer = (review: Fields): string | null => personAt(review, "user")?.login ?? null;
  return latest(decided, reviewer, (review) => review.time("submitted_at")).flatMap((review): Vote[] => {
    const weight = INSIDERS.has(review.text("author_association")?.toUpperCase() ?? "") ? 2 : 1;
    const value = { APPROVED: weight, CHANGES_REQUESTED: -weight }[stateOf(review)];
    if (value === undefined) return [];
    return [
      { column: "reviews", value: value as VoteValue, by: personAt(review, "user"), at: review.time("submitted_at") },
    ];
  });
}

/** In capitals, as the REST API has it; webhooks write it small. */
export function stateOf(review: Fields): string {
  return review.text("state")?.toUpperCase() ?? "";
}

function workflowVotes(pull: Pull): Vote[] {
  const held = pull.fields.flag("draft") || labelsOf(pull).some((label) => HELD_BACK.has(label));
  const released = pull.fields.object("auto_merge") !== null || pull.queue === "in";
  const vote = (value: VoteValue): Vote => ({ column: "workflow", value, by: null, at: null });
  return [...(held ? [vote(-1)] : []), ...(released ? [vote(1)] : [])];
}

/** `do-not-merge` is what many write for `do not merge`. */
function labelsOf(pull: Pull): string[] {
  const labels = pull.fields.raw("labels");
  const names = Array.isArray(labels) ? labels.map((label) => (typeof label === "string" ? label : nameOf(label))) : [];
  return names.map((name) =>
    name
      .toLowerCase()
      .replace(/[\s_-]+/g, " ")
      .trim(),
  );
}

function nameOf(label: unknown): string {
  const name = (label as { name?: unknown } | null)?.name;
  return typeof name === "string" ? name : "";
}

/** The latest of those with one key, in the order of the keys; those without a key stand for themselves. */
function latest(
  items: readonly Fields[],
  key: (item: Fields) => string | null,
  time: (item: Fields) => number | null,
): Fields[] {
  const kept = new Map<unknown, Fields>();
  for (const item of items) {
    const name = key(item) ?? item;
    const other = kept.get(name);
    if (other === undefined || isLater(item, other, time)) kept.set(name, item);
  }
  return [...kept.values()];
}

/** Of two at the same time the one with the higher id, else the one named later. */
function isLater(item: Fields, other: Fields, time: (item: Fields) => number | null): boolean {
  const [a, b] = [time(item) ?? 0, time(other) ?? 0];
  return a !== b ? a > b : (item.number("id") ?? 0) >= (other.number("id") ?? 0);
}
