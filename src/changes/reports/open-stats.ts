import { CHANGE_COLUMNS, changeRow } from "./change-columns.js";
import { type Collector, DAY_MS, type Report, type ReportContext } from "./report.js";
import type { Column, Row, Table } from "./table.js";
import { average, longest, median, type Waits, waitsFor, waitsOf } from "./waits.js";

const DEFAULT_DAYS = 7;

const always = { shown: "always" } as const;
const COLUMNS: readonly Column[] = [
  { key: "open", name: "Open", kind: "count", ...always },
  { key: "waitingOnSubmitter", name: "Waiting on submitter", kind: "count", ...always },
  { key: "waitingOnReviewer", name: "Waiting on reviewer", kind: "count", ...always },
  { key: "averageSinceLast", name: "Average since last", kind: "wait", ...always },
  { key: "medianSinceLast", name: "Median since last", kind: "wait", ...always },
  { key: "longestSinceLast", name: "Longest since last", kind: "wait", ...always },
  { key: "averageSinceFirst", name: "Average since first", kind: "wait", ...always },
  { key: "medianSinceFirst", name: "Median since first", kind: "wait", ...always },
  { key: "longestSinceFirst", name: "Longest since first", kind: "wait", ...always },
  { key: "averageSinceRejection", name: "Average since rejection", kind: "wait", ...always },
  { key: "medianSinceRejection", name: "Median since rejection", kind: "wait", ...always },
  { key: "longestSinceRejection", name: "Longest since rejection", kind: "wait", ...always },
  { key: "olderThanDays", name: "Older than days", kind: "count", ...always },
  { key: "days", name: "Days", kind: "count", ...always },
];

const WAIT: Column = { key: "wait", name: "Wait", kind: "wait", ...always };
const WAITING_COLUMNS = [
  WAIT,
  ...CHANGE_COLUMNS.filter(({ key }) => ["url", "owner", "project", "subject", "tests", "reviews"].includes(key)),
];

interface Waiting {
  readonly row: Row;
  readonly waits: Waits;
}

/** How long open changes have waited for review. */
export const openStats: Report = {
  name: "open-stats",
  summary: "open changes: whom they wait for, and how long",
  statuses: ["open"],
  live: ["open"],
  user: "unused",
  with: new Set(["votes"]),
  period: () => null,
  begin: (options) => collector(options),
};

function collector({ now, days }: ReportContext): Collector {
  const waiting: Waiting[] = [];
  let onSubmitter = 0;
  return {
    add: (change) => {
      if (change.status !== "open") return;
      if (waitsFor(change) === "submitter") onSubmitter++;
      else waiting.push({ row: changeRow(change), waits: waitsOf(change, now) });
    },
    end: () => {
      const bound = days ?? DEFAULT_DAYS;
      const row = summary(waiting, { onSubmitter, days: bound });
      const columns = COLUMNS.map((column) =>
        column.key === "olderThanDays" ? { ...column, name: `Older than ${bound} days` } : column,
      );
      return {
        table: { title: "Open changes", columns, rows: [row], omitted: 0 },
        view: {
          kind: "facts",
          tables: [
            longestWaiting("Waiting longest since the last version", waiting, ({ last }) => last),
            longestWaiting("Waiting longest since the first version", waiting, ({ first }) => first),
          ],
        },
      };
    },
  };
}

function summary(waiting: readonly Waiting[], more: { readonly onSubmitter: number; readonly days: number }): Row {
  const last = waiting.map(({ waits }) => waits.last);
  const first = waiting.map(({ waits }) => waits.first);
  const rejection = waiting.map(({ waits }) => waits.rejection);
  return {
    open: waiting.length + more.onSubmitter,
    waitingOnSubmitter: more.onSubmitter,
    waitingOnReviewer: waiting.length,
    averageSinceLast: average(last),
    medianSinceLast: median(last),
    longestSinceLast: longest(last),
    averageSinceFirst: average(first),
    medianSinceFirst: median(first),
    longestSinceFirst: longest(first),
    averageSinceRejection: average(rejection),
    medianSinceRejection: median(rejection),
    longestSinceRejection: longest(rejection),
    olderThanDays: last.filter((wait) => wait > more.days * DAY_MS).length,
    days: more.days,
  };
}

function longestWaiting(title: string, waiting: readonly Waiting[], of: (waits: Waits) => number): Table {
  const sorted = [...waiting].sort((a, b) => of(b.waits) - of(a.waits));
  const rows = sorted.map(({ row, waits }) => ({ ...row, wait: of(waits) }));
  return { title, columns: WAITING_COLUMNS, rows, omitted: 0 };
}
