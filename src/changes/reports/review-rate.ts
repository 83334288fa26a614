import { ALL_STATUSES, type Collector, type Report, type ReportContext, WEEK_MS } from "./report.js";
import { reviewersOf } from "./reviewers.js";
import type { Column, Row } from "./table.js";

/** How far the rate goes back. */
export const WEEKS = 52;
const DAYS_A_WEEK = 7;

const COLUMNS: readonly Column[] = [
  { key: "user", name: "User", kind: "text", shown: "always", least: 8 },
  { key: "team", name: "Team", kind: "text", shown: "always", least: 8 },
  { key: "total", name: "Total", kind: "rate", shown: "always" },
  ...Array.from({ length: WEEKS }, (_, week): Column => {
    const name = `Week ${week + 1}`;
    // Where there is no room, the weeks that are longest ago go first.
    return { key: `week${week + 1}`, name, kind: "rate", shown: "always", dropped: WEEKS - week };
  }),
];

interface Reviewer {
  readonly user: string;
  readonly team: string | null;
  readonly weeks: number[];
}

/** Each reviewer's comments with a vote a day: averaged over each of the last 52 weeks, and over all of them. */
export const reviewRate: Report = {
  name: "review-rate",
  summary: "reviews a day of each reviewer, week by week for a year",
  statuses: ALL_STATUSES,
  live: ALL_STATUSES,
  user: "unused",
  with: new Set(["review-comments"]),
  period: () => WEEKS * WEEK_MS,
  begin: (options) => collector(options),
};

function collector({ now, ...people }: ReportContext): Collector {
  const reviewers = reviewersOf(
    people,
    (user, team): Reviewer => ({ user, team, weeks: new Array<number>(WEEKS).fill(0) }),
  );
  return {
    add: ({ comments }) => {
      for (const { by, at, voted } of comments) {
        const week = Math.floor((now - at) / WEEK_MS);
        if (!voted || week < 0 || week >= WEEKS) continue;
        const reviewer = reviewers.of(by);
        if (reviewer !== null) reviewer.weeks[week] = (reviewer.weeks[week] ?? 0) + 1;
      }
    },
    end: () => {
      const rows = reviewers.all().map(rowOf);
      rows.sort((a, b) => Number(b.total) - Number(a.total) || String(a.user).localeCompare(String(b.user), "en"));
      return {
        table: { title: "Reviews a day, by week", columns: COLUMNS, rows, omitted: 0 },
        view: { kind: "table" },
      };
    },
  };
}

function rowOf({ user, team, weeks }: Reviewer): Row {
  const total = weeks.reduce((sum, count) => sum + count, 0);
  return {
    user,
    team,
    total: total / (WEEKS * DAYS_A_WEEK),
    ...Object.fromEntries(weeks.map((count, week) => [`week${week + 1}`, count / DAYS_A_WEEK])),
  };
}
