import type { Fields } from "../fields.js";

/** A pull request with what belongs to it, as GitHub's API gives each. */
export interface Pull {
  readonly fields: Fields;
  readonly reviews: readonly Fields[];
  /** Check runs. */
  readonly checks: readonly Fields[];
  readonly statuses: readonly Fields[];
  /** The commit that checks and statuses were asked for; null: they say themselves what they are about. */
  readonly checked: string | null;
  /** Those on the pull request and those on its lines. */
  readonly comments: readonly Fields[];
  /** Null: not asked for. */
  readonly files: readonly string[] | null;
  /** `in`: in the merge queue. */
  readonly queue: "in" | "out";
  /** `owner/name`, where it is known from the request. */
  readonly project: string | null;
}

/** The newest commit, which is what is under review; "" where nothing names it. */
export function headOf(pull: Pull): string {
  return pull.fields.object("head")?.text("sha") ?? "";
}

/** The commit that a check run is about. */
export function shaOfCheck(check: Fields, pull: Pull): string {
  return pull.checked ?? check.text("head_sha") ?? check.object("check_suite")?.text("head_sha") ?? headOf(pull);
}

/**
 * The commit that a status is about. A status has it in its URL only, which counts where a review or a check run names that commit too:
 * those recorded with a pull request are its newest commit's, wherever they were moved from.
 */
export function shaOfStatus(status: Fields, pull: Pull): string {
  const told = pull.checked ?? status.text("sha");
  if (told !== null) return told;
  const named = /\/statuses\/([0-9a-f]{40,64})$/.exec(status.text("url") ?? "")?.[1];
  const isKnown =
    pull.reviews.some((review) => review.text("commit_id") === named) ||
    pull.checks.some((check) => shaOfCheck(check, pull) === named);
  return named !== undefined && isKnown ? named : headOf(pull);
}

/** The commit that a review is about; null: one that is no longer there. Where nothing is said, it is the newest. */
export function shaOfReview(review: Fields, pull: Pull): string | null {
  return review.has("commit_id") ? review.text("commit_id") : headOf(pull);
}

export function createdOf(pull: Pull): number {
  return pull.fields.time("created_at") ?? pull.fields.time("updated_at") ?? 0;
}

/** When a check began, or the next best time. */
export function startOfCheck(check: Fields): number | null {
  return check.time("started_at") ?? check.time("completed_at");
}
