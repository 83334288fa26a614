import type { Change, Comment, Version } from "../../model.js";
import type { Fields } from "../fields.js";
import { distinctPeople } from "../people.js";
import { NOT_READY } from "./labels.js";
import { hasVote, readMessageHead } from "./message.js";
import { accountAt, accountOf } from "./person.js";
import { isRealFile } from "./record-change.js";
import { currentVotes, toldVotes } from "./rest-votes.js";
import { statusOf } from "./status.js";

/** What a change of the REST API comes with. */
export interface RestChange {
  readonly fields: Fields;
  /** The comments on lines, by file; null: not asked for. */
  readonly lineComments: Fields | null;
  /** Where the site is, without a slash at the end; "": not known. */
  readonly site: string;
}

/** A ChangeInfo of Gerrit's REST API as a change. @throws Error where it has no number */
export function changeOfRest(change: RestChange): Change {
  const { fields } = change;
  const number = fields.number("_number");
  if (number === null) throw new Error("a change without a `_number`");
  const created = fields.time("created") ?? fields.time("updated") ?? 0;
  const versions = versionsOf(fields, created);
  const asked = fields.object("reviewers")?.list("REVIEWER") ?? [];
  return {
    number,
    status: statusOf(fields.text("status")),
    url: linkOf(change, number),
    owner: accountAt(fields, "owner"),
    project: fields.text("project") ?? "",
    branch: fields.text("branch") ?? "",
    topic: fields.text("topic"),
    subject: fields.text("subject") ?? "",
    message: currentRevision(fields)?.object("commit")?.text("message") ?? fields.text("subject") ?? "",
    created,
    updated: fields.time("updated") ?? created,
    ended: fields.time("submitted"),
    versions,
    comments: commentsOf(change, created),
    reviewers: distinctPeople([...asked.map(accountOf), ...versions.flatMap(({ votes }) => votes.map(({ by }) => by))]),
    files: filesOf(fields),
  };
}

function linkOf({ fields, site }: RestChange, number: number): string {
  if (site === "") return fields.link("url") ?? "";
  const project = (fields.text("project") ?? "").split("/").map(encodeURIComponent).join("/");
  return project === "" ? `${site}/c/${number}` : `${site}/c/${project}/+/${number}`;
}

/** In order of their number; an edit that is not published has none. */
function revisionsOf(fields: Fields): [string, Fields][] {
  const all = fields.object("revisions")?.entries() ?? [];
  return all
    .filter(([, revision]) => revision.number("_number") !== null)
    .sort(([, a], [, b]) => (a.number("_number") ?? 0) - (b.number("_number") ?? 0));
}

function currentRevision(fields: Fields): Fields | null {
  return revisionsOf(fields).at(-1)?.[1] ?? null;
}

function versionsOf(fields: Fields, created: number): Version[] {
  const told = toldVotes(fields.list("messages"));
  const held = fields.flag("work_in_progress") ? [NOT_READY] : [];
  const revisions = revisionsOf(fields);
  const present = currentVotes(fields) ?? told.get(currentRevision(fields)?.number("_number") ?? 1) ?? [];
  const older = revisions.slice(0, -1).map(([sha, revision], index): Version => {
    const number = revision.number("_number") ?? index + 1;
    return { number, sha, created: revision.time("created") ?? created, votes: told.get(number) ?? [] };
  });
  const [sha, current] = revisions.at(-1) ?? [fields.text("current_revision"), null];
  const last: Version = {
    number: current?.number("_number") ?? fields.number("current_revision_number") ?? 1,
    sha,
    created: current?.time("created") ?? created,
    votes: [...present, ...held],
  };
  return [...older, last];
}

function commentsOf({ fields, lineComments }: RestChange, created: number): Comment[] {
  const messages = fields.list("messages").map((message): Comment => {
    const text = message.text("message") ?? "";
    const head = readMessageHead(text);
    return {
      by: accountAt(message, "author"),
      at: message.time("date") ?? created,
      version: message.number("_revision_number") ?? head.patchSet,
      text,
      file: null,
      line: null,
      voted: hasVote(head),
    };
  });
  return [...messages, ...onLines(lineComments, created)].sort((a, b) => a.at - b.at);
}

function onLines(lineComments: Fields | null, created: number): Comment[] {
  return (lineComments?.lists() ?? []).flatMap(([path, comments]) =>
    comments.map((comment) => ({
      by: accountAt(comment, "author"),
      at: comment.time("updated") ?? created,
      version: comment.number("patch_set"),
      text: comment.text("message") ?? "",
      file: isRealFile(path) ? path : null,
      line: comment.number("line"),
      voted: false,
    })),
  );
}

function filesOf(fields: Fields): string[] | null {
  const files = currentRevision(fields)?.object("files") ?? null;
  return files === null
    ? null
    : files
        .entries()
        .map(([path]) => path)
        .filter(isRealFile);
}
