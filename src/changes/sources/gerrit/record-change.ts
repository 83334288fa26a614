import type { Change, Comment, Version, Vote } from "../../model.js";
import type { Fields } from "../fields.js";
import { distinctPeople } from "../people.js";
import { labelVote, NOT_READY } from "./labels.js";
import { readMessageHead } from "./message.js";
import { accountAt, accountOf } from "./person.js";
import { statusOf } from "./status.js";

/** A record of `gerrit query --format JSON` as a change. @throws Error where it has no number */
export function changeOfRecord(record: Fields): Change {
  const number = record.number("number");
  if (number === null) throw new Error("a change without a `number`");
  const created = record.seconds("createdOn") ?? record.seconds("lastUpdated") ?? 0;
  const versions = once(() => versionsOf(record, created));
  const comments = once(() => commentsOf(record, versions()));
  const files = once(() => filesOf(record));
  const reviewers = once(() => {
    const voters = versions().flatMap(({ votes }) => votes.map(({ by }) => by));
    return distinctPeople([...record.list("allReviewers").map(accountOf), ...voters]);
  });
  const status = statusOf(record.text("status"));
  return {
    number,
    status: status === "open" && record.raw("open") === false ? "closed" : status,
    url: record.link("url") ?? "",
    owner: accountAt(record, "owner"),
    project: record.text("project") ?? "",
    branch: record.text("branch") ?? "",
    topic: record.text("topic"),
    subject: record.text("subject") ?? "",
    message: record.text("commitMessage") ?? record.text("subject") ?? "",
    created,
    updated: record.seconds("lastUpdated") ?? created,
    // Most changes are passed over by their status, and few reports look at everything.
    get versions() {
      return versions();
    },
    get comments() {
      return comments();
    },
    get reviewers() {
      return reviewers();
    },
    get files() {
      return files();
    },
  };
}

/** Computes a value when it is first asked for. */
function once<T>(compute: () => T): () => T {
  let found: { readonly value: T } | null = null;
  return () => {
    found ??= { value: compute() };
    return found.value;
  };
}

/** In order of their number, whatever order they came in. */
function patchSetsOf(record: Fields): Fields[] {
  const current = record.object("currentPatchSet");
  const all = record.list("patchSets");
  const sets = all.length > 0 || current === null ? all : [current];
  return sets.toSorted((a, b) => (a.number("number") ?? 0) - (b.number("number") ?? 0));
}

function versionsOf(record: Fields, created: number): Version[] {
  const held = record.flag("wip") ? [NOT_READY] : [];
  const sets = patchSetsOf(record);
  if (sets.length === 0) return [{ number: 1, sha: null, created, votes: held }];
  return sets.map((set, index) => ({
    number: set.number("number") ?? index + 1,
    sha: set.text("revision"),
    created: set.seconds("createdOn") ?? created,
    votes: [...approvalsOf(set), ...(index === sets.length - 1 ? held : [])],
  }));
}

/** Also those of an event. */
export function approvalsOf(fields: Fields): Vote[] {
  return fields
    .list("approvals")
    .map((approval) =>
      labelVote({
        name: approval.text("type"),
        value: approval.number("value"),
        by: accountAt(approval, "by"),
        at: approval.seconds("grantedOn"),
      }),
    )
    .filter((vote) => vote !== null);
}

function commentsOf(record: Fields, versions: readonly Version[]): Comment[] {
  const messages = record.list("comments").map((message): Comment => {
    const text = message.text("message") ?? "";
    const { patchSet, votes } = readMessageHead(text);
    return {
      by: accountAt(message, "reviewer"),
      at: message.seconds("timestamp") ?? versions[0]?.created ?? 0,
      version: patchSet,
      text,
      file: null,
      line: null,
      voted: votes.some(({ value }) => value !== 0),
    };
  });
  const onLines = patchSetsOf(record).flatMap((set) =>
    set.list("comments").map((it) => lineComment(it, set, messages)),
  );
  return [...messages, ...onLines].sort((a, b) => a.at - b.at);
}

/** These have no time of their own; they were published with a message of the same person on the same patch set. */
function lineComment(comment: Fields, set: Fields, messages: readonly Comment[]): Comment {
  const by = accountAt(comment, "reviewer");
  const version = set.number("number");
  const published = messages.find(
    (message) => message.version === version && message.by?.login === by?.login && message.by?.email === by?.email,
  );
  return {
    by,
    at: published?.at ?? set.seconds("createdOn") ?? 0,
    version,
    text: comment.text("message") ?? "",
    file: comment.text("file"),
    line: comment.number("line"),
    voted: false,
  };
}

/** Gerrit lists the commit message and a merge's commits as files. */
export function isRealFile(path: string | null): path is string {
  return path !== null && !["/COMMIT_MSG", "/MERGE_LIST", "/PATCHSET_LEVEL"].includes(path);
}

function filesOf(record: Fields): string[] | null {
  const current = patchSetsOf(record).at(-1) ?? null;
  if (current === null || !current.has("files")) return null;
  return current
    .list("files")
    .map((file) => file.text("file"))
    .filter(isRealFile);
}
