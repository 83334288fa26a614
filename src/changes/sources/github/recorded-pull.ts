import { Fields } from "../fields.js";
import type { Pull } from "./pull.js";

/**
 * A pull request with `reviews`, `check_runs`, `statuses`, `comments`, `review_comments` and `files` embedded: each the list, or the object
 * that the API wraps it in. In a bare pull request some of these are counts.
 */
export function recordedPull(fields: Fields): Pull {
  const files = fields.list("files").map((file) => file.text("filename"));
  return {
    fields,
    reviews: fields.list("reviews"),
    checks: wrapped(fields, ["check_runs", "checks"]),
    statuses: wrapped(fields, ["statuses", "status"]),
    checked: null,
    comments: [...fields.list("comments"), ...fields.list("review_comments")],
    files: Array.isArray(fields.raw("files")) ? files.filter((file) => file !== null) : null,
    queue: fields.object("merge_queue_entry") === null ? "out" : "in",
    project: null,
  };
}

const LISTS: Readonly<Record<string, string>> = {
  check_runs: "check_runs",
  checks: "check_runs",
  statuses: "statuses",
  status: "statuses",
};

function wrapped(fields: Fields, names: readonly string[]): Fields[] {
  return names.flatMap((name) => {
    const value = fields.raw(name);
    return Array.isArray(value) ? Fields.listOf(value) : (Fields.of(value)?.list(LISTS[name] ?? name) ?? []);
  });
}
