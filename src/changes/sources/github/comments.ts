import type { Comment } from "../../model.js";
import type { Fields } from "../fields.js";
import { personAt } from "./person.js";
import { createdOf, type Pull, shaOfReview } from "./pull.js";
import type { Head } from "./versions.js";
import { stateOf } from "./votes.js";

/** All that was said, in order of time: reviews with a text or a vote, comments, and comments on lines. */
export function commentsOf(pull: Pull, heads: readonly Head[]): Comment[] {
  const reviews = pull.reviews.flatMap((review) => reviewComment(review, pull, heads));
  const others = pull.comments.map((comment) => plainComment(comment, pull, heads));
  return [...reviews, ...others].sort((a, b) => a.at - b.at);
}

function reviewComment(review: Fields, pull: Pull, heads: readonly Head[]): Comment[] {
  const voted = ["APPROVED", "CHANGES_REQUESTED", "DISMISSED"].includes(stateOf(review));
  const text = review.text("body") ?? "";
  if (stateOf(review) === "PENDING" || (text === "" && !voted)) return [];
  return [
    {
      by: personAt(review, "user"),
      at: review.time("submitted_at") ?? createdOf(pull),
      version: numberOf(shaOfReview(review, pull), heads),
      text,
      file: null,
      line: null,
      voted,
    },
  ];
}

/** A line comment's own commit follows the branch while the line is there; the original one is what was looked at. */
function plainComment(comment: Fields, pull: Pull, heads: readonly Head[]): Comment {
  return {
    by: personAt(comment, "user"),
    at: comment.time("created_at") ?? createdOf(pull),
    version: numberOf(comment.text("original_commit_id") ?? comment.text("commit_id"), heads),
    text: comment.text("body") ?? "",
    file: comment.text("path"),
    line: comment.number("line") ?? comment.number("original_line"),
    voted: false,
  };
}

function numberOf(sha: string | null, heads: readonly Head[]): number | null {
  const index = heads.findIndex((head) => head.sha === sha);
  return index < 0 ? null : index + 1;
}
