import type { Change, ChangePart, Comment, Person, Version, Vote } from "../../model.js";
import type { Fields } from "../fields.js";
import { distinctPeople } from "../people.js";
import type { Heading } from "../wanted.js";
import { columnOf, NOT_READY, voteValue } from "./labels.js";
import { hasVote, readMessageHead } from "./message.js";
import { accountAt, accountOf } from "./person.js";
import { statusOf } from "./status.js";

const VOTE_PARTS: readonly ChangePart[] = ["reviews", "votes", "reviewers"];

/** A record of `gerrit query --format JSON` as a change, with the parts that are wanted. @throws Error where it has no number */
export function changeOfRecord(record: Fields, parts: ReadonlySet<ChangePart>): Change {
  const { number, status, project, created, updated } = headingOfRecord(record);
  const sets = patchSetsOf(record);
  const voted = VOTE_PARTS.some((part) => parts.has(part));
  const commented = parts.has("comments") || parts.has("review-comments");
  const versions = versionsOf(sets, created, voted ? votesOf : () => []);
  return {
    number,
    status,
    url: record.link("url") ?? "",
    owner: accountAt(record, "owner"),
    project,
    branch: record.text("branch") ?? "",
    topic: record.text("topic"),
    subject: record.text("subject") ?? "",
    message: record.text("commitMessage") ?? record.text("subject") ?? "",
    created,
    updated,
    versions: record.flag("wip") ? notReady(versions) : versions,
    comments: commented ? commentsOf(record, sets, created) : [],
    reviewers: parts.has("reviewers") ? reviewersOf(record, versions) : [],
    files: parts.has("files") ? filesOf(sets) : null,
  };
}

/** What tells whether a record is wanted at all; most are passed over by it. @throws Error where it has no number */
export function headingOfRecord(record: Fields): Heading {
  const number = record.number("number");
  if (number === null) throw new Error("a change without a `number`");
  const created = record.seconds("createdOn") ?? record.seconds("lastUpdated") ?? 0;
  const status = statusOf(record.text("status"));
  return {
    number,
    status: status === "open" && record.raw("open") === false ? "closed" : status,
    project: record.text("project") ?? "",
    created,
    updated: record.seconds("lastUpdated") ?? created,
  };
}

/** In order of their number, whatever order they came in. */
function patchSetsOf(record: Fields): Fields[] {
  const current = record.object("currentPatchSet");
  const all = record.list("patchSets");
  const sets = all.length > 0 || current === null ? all : [current];
  return sets.toSorted((a, b) => (a.number("number") ?? 0) - (b.number("number") ?? 0));
}

function versionsOf(sets: readonly Fields[], created: number, votes: (set: Fields) => readonly Vote[]): Version[] {
  if (sets.length === 0) return [{ number: 1, sha: null, created, votes: [] }];
  return sets.map((set, index) => ({
    number: set.number("number") ?? index + 1,
    sha: set.text("revision"),
    created: set.seconds("createdOn") ?? created,
    votes: votes(set),
  }));
}

/** The current version says so. */
function notReady(versions: readonly Version[]): Version[] {
  return versions.map((version, index) =>
    index === versions.length - 1 ? { ...version, votes: [...version.votes, NOT_READY] } : version,
  );
}

function votesOf(set: Fields): Vote[] {
  const votes: Vote[] = [];
  for (const approval of set.list("approvals")) {
    const column = columnOf(approval.text("type"));
    const value = column === null ? null : voteValue(approval.number("value"));
    if (column === null || value === null) continue;
    votes.push({ column, value, by: accountAt(approval, "by"), at: approval.seconds("grantedOn") });
  }
  return votes;
}

function reviewersOf(record: Fields, versions: readonly Version[]): Person[] {
  const people: (Person | null)[] = record.list("allReviewers").map(accountOf);
  for (const { votes } of versions) {
    for (const { by } of votes) people.push(by);
  }
  return distinctPeople(people);
}

function commentsOf(record: Fields, sets: readonly Fields[], created: number): Comment[] {
  const began = sets[0]?.seconds("createdOn") ?? created;
  const messages: Comment[] = [];
  for (const message of record.list("comments")) {
    const text = message.text("message") ?? "";
    const head = readMessageHead(text);
    const at = message.seconds("timestamp") ?? began;
    const by = accountAt(message, "reviewer");
    messages.push({ by, at, version: head.patchSet, text, file: null, line: null, voted: hasVote(head) });
  }
  const onLines = sets.flatMap((set) => set.list("comments").map((it) => lineComment(it, set, messages)));
  return messages.concat(onLines).sort((a, b) => a.at - b.at);
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

function filesOf(sets: readonly Fields[]): string[] | null {
  const current = sets.at(-1);
  if (!current?.has("files")) return null;
  return current
    .list("files")
    .map((file) => file.text("file"))
    .filter(isRealFile);
}
