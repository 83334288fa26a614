import { UsageError } from "../../errors.js";
import type { Version, VoteColumn } from "../model.js";

/** A vote that is looked for: in one of the columns, of one value, or any. */
export interface ApprovalFilter {
  readonly column: VoteColumn;
  readonly value: number | null;
}

/** What the columns are called: as in the reports, and as Gerrit's labels are. */
const COLUMNS: Readonly<Record<string, VoteColumn>> = {
  tests: "tests",
  verified: "tests",
  reviews: "reviews",
  review: "reviews",
  "code-review": "reviews",
  workflow: "workflow",
};

const FORM = /^([a-z-]*[a-z])?\s*[=:]?\s*([+-]?[012])?$/i;

/**
 * Reads `reviews=+2`, `tests=-1`, `workflow`, `Code-Review+2`, or `+2` alone, which is a review.
 * @throws UsageError for anything else
 */
export function parseApproval(text: string): ApprovalFilter {
  const [, name = "reviews", value] = FORM.exec(text.trim()) ?? [];
  const column = COLUMNS[name.toLowerCase()];
  if (column === undefined || !FORM.test(text.trim()) || text.trim() === "" || value === "0") {
    throw new UsageError(
      "bad-approval",
      `--approval: "${text}" is none. Write a column (tests, reviews, workflow), with a vote or without: reviews=+2, tests=-1, workflow.`,
    );
  }
  return { column, value: value === undefined ? null : Number(value) };
}

/** Whether the version has such a vote. */
export function hasApproval(version: Version, { column, value }: ApprovalFilter): boolean {
  return version.votes.some((vote) => vote.column === column && (value === null || vote.value === value));
}
