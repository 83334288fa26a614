import type { VoteValue } from "../model.js";
import { ALL_STATUSES, type Collector, DAY_MS, type Report, type ReportContext } from "./report.js";
import { reviewersOf } from "./reviewers.js";
import type { Column, Row } from "./table.js";

const DEFAULT_DAYS = 30;

const COLUMNS: readonly Column[] = [
  { key: "user", name: "User", kind: "text", shown: "always", least: 8 },
  { key: "team", name: "Team", kind: "text", shown: "always", least: 8, dropped: 1 },
  { key: "reviews", name: "Reviews", kind: "count", shown: "always" },
  { key: "-2", name: "-2", kind: "count", shown: "always" },
  { key: "-1", name: "-1", kind: "count", shown: "always" },
  { key: "+1", name: "+1", kind: "count", shown: "always" },
  { key: "+2", name: "+2", kind: "count", shown: "always" },
  { key: "positive", name: "Positive", kind: "share", shown: "always" },
];

interface Reviewer {
  readonly user: string;
  readonly team: string | null;
  readonly counts: Record<VoteValue, number>;
}

/** How often each reviewer voted in the last days, and how. */
export const reviewStats: Report = {
  name: "review-stats",
  summary: "reviews by reviewer: how many, and how they came out",
  statuses: ALL_STATUSES,
  live: ALL_STATUSES,
  user: "unused",
  with: new Set(["reviews"]),
  period: ({ days }) => (days ?? DEFAULT_DAYS) * DAY_MS,
  begin: (options) => collector(options),
};

function collector({ now, days, ...people }: ReportContext): Collector {
  const period = days ?? DEFAULT_DAYS;
  const since = now - period * DAY_MS;
  const reviewers = reviewersOf(
    people,
    (user, team): Reviewer => ({ user, team, counts: { [-2]: 0, [-1]: 0, 1: 0, 2: 0 } }),
  );
  return {
    add: ({ versions }) => {
      for (const { votes } of versions) {
        for (const { column, by, at, value } of votes) {
          if (column !== "reviews" || at === null || at <= since || at > now) continue;
          const reviewer = reviewers.of(by);
          if (reviewer !== null) reviewer.counts[value]++;
        }
      }
    },
    end: () => {
      const rows = reviewers.all().map(rowOf);
      rows.sort((a, b) => Number(b.reviews) - Number(a.reviews) || String(a.user).localeCompare(String(b.user), "en"));
      const title = `Reviews of the last ${period} ${period === 1 ? "day" : "days"}`;
      return { table: { title, columns: COLUMNS, rows, omitted: 0 }, view: { kind: "table" } };
    },
  };
}

function rowOf({ user, team, counts }: Reviewer): Row {
  const positive = counts[1] + counts[2];
  const reviews = positive + counts[-1] + counts[-2];
  return {
    user,
    team,
    reviews,
    "-2": counts[-2],
    "-1": counts[-1],
    "+1": counts[1],
    "+2": counts[2],
    positive: positive / reviews,
  };
}
