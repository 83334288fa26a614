import type { Change, Comment } from "../model.js";
import { nameOf } from "../people.js";
import { ALL_STATUSES, type Collector, type Report, type ReportContext } from "./report.js";
import type { Column, Row, Thread } from "./table.js";

const COLUMNS: readonly Column[] = [
  { key: "version", name: "Version", kind: "count", shown: "always" },
  { key: "author", name: "Author", kind: "text", shown: "always" },
  { key: "created", name: "Created", kind: "time", shown: "always" },
  { key: "file", name: "File", kind: "text", shown: "always" },
  { key: "line", name: "Line", kind: "count", shown: "always" },
  { key: "comment", name: "Comment", kind: "prose", shown: "always" },
];

/** The comments on one change, by version, the oldest first. */
export const comments: Report = {
  name: "comments",
  summary: "the comments on one change, by version",
  statuses: ALL_STATUSES,
  live: ALL_STATUSES,
  user: "unused",
  with: new Set(["comments"]),
  period: () => null,
  begin: (options) => collector(options),
};

function collector(options: ReportContext): Collector {
  const threads: Thread[] = [];
  return {
    add: (change) => void threads.push(threadOf(change, options)),
    end: () => {
      const rows = threads.flatMap(({ versions }) => versions.flatMap((version) => version.rows));
      return {
        table: { title: "Comments", columns: COLUMNS, rows, omitted: 0 },
        view: { kind: "threads", threads },
      };
    },
  };
}

function threadOf(change: Change, { bots, botComments, commentsOn }: ReportContext): Thread {
  const shown = change.comments
    .filter(({ by }) => botComments === "shown" || !bots.has(by))
    .sort((a, b) => a.at - b.at);
  const versions = commentsOn === "current-version" ? change.versions.slice(-1) : change.versions;
  const known = new Set(change.versions.map(({ number }) => number));
  const groups = versions.map(({ number, sha }) => ({
    title: `Version ${number}${sha === null ? "" : ` (${sha.slice(0, 12)})`}`,
    rows: shown.filter(({ version }) => version === number).map(rowOf),
  }));
  const general = shown.filter(({ version }) => version === null || !known.has(version));
  const apart =
    general.length === 0 || commentsOn === "current-version" ? [] : [{ title: "No version", rows: general.map(rowOf) }];
  return { title: change.subject, url: change.url, versions: [...groups, ...apart] };
}

function rowOf({ version, by, at, file, line, text }: Comment): Row {
  return { version, author: nameOf(by), created: at, file, line, comment: text };
}
