import type { Change, ChangeStatus, Person } from "../../model.js";
import type { Fields } from "../fields.js";
import { distinctPeople } from "../people.js";
import { commentsOf } from "./comments.js";
import { personAt, personOf } from "./person.js";
import { createdOf, type Pull } from "./pull.js";
import { headsOf } from "./versions.js";
import { votesOn } from "./votes.js";

/** A pull request as a change. @throws Error where it has no number */
export function changeOf(pull: Pull): Change {
  const { fields } = pull;
  const number = fields.number("number");
  if (number === null) throw new Error("a pull request without a `number`");
  const heads = headsOf(pull);
  const created = createdOf(pull);
  const owner = personAt(fields, "user");
  const status = statusOf(fields);
  return {
    number,
    status,
    url: fields.link("html_url") ?? "",
    owner,
    project: projectOf(pull),
    branch: fields.object("base")?.text("ref") ?? "",
    topic: fields.object("head")?.text("ref") ?? null,
    subject: fields.text("title") ?? "",
    message: fields.text("body") ?? "",
    created,
    updated: fields.time("updated_at") ?? created,
    ended: status === "open" ? null : (fields.time("merged_at") ?? fields.time("closed_at")),
    versions: heads.map(({ sha, created }, index) => ({
      number: index + 1,
      sha: sha === "" ? null : sha,
      created,
      votes: votesOn(sha, pull),
    })),
    comments: commentsOf(pull, heads),
    reviewers: reviewersOf(pull, owner),
    files: pull.files,
  };
}

/** What is open is not merged, whatever times it has: recorded examples have all of them. */
function statusOf(fields: Fields): ChangeStatus {
  const state = fields.text("state")?.toLowerCase() ?? null;
  if (state === "open") return "open";
  if (fields.time("merged_at") !== null || fields.flag("merged")) return "merged";
  return state === "closed" || fields.time("closed_at") !== null ? "closed" : "open";
}

function projectOf({ fields, project }: Pull): string {
  const named = fields.object("base")?.object("repo")?.text("full_name") ?? project;
  return named ?? /^https?:\/\/[^/]+\/([^/]+\/[^/]+)\/pull\//.exec(fields.text("html_url") ?? "")?.[1] ?? "";
}

/** An author's own remarks in a review make no reviewer of them. */
function reviewersOf(pull: Pull, owner: Person | null): Person[] {
  const asked = pull.fields.list("requested_reviewers").map(personOf);
  const did = pull.reviews.map((review) => personAt(review, "user")).filter((by) => by?.login !== owner?.login);
  return distinctPeople([...asked, ...did]);
}
