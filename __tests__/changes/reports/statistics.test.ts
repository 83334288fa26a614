import { expect, test } from "@jest/globals";
import { teamFinder } from "../../../src/changes/people.js";
import { median } from "../../../src/changes/reports/waits.js";
import { change, comment, DAY, daysAgo, NOW, outcomeOf, versions, vote } from "../support/build.js";

const voted = (by: string | null, days: number) => comment(by, "", { at: daysAgo(days), voted: true });

test("review-rate: comments with a vote a day, by week and over the year", () => {
  const changes = [
    change({
      comments: [voted("bob", 0), voted("bob", 6.9), voted("bob", 7.1), voted("bob", 363), comment("bob", "no vote")],
    }),
    change({ status: "merged", comments: [voted("bob", 365), voted("eve", 10), voted("ci", 1), voted(null, 1)] }),
    change({ comments: [voted("future", -1)] }),
  ];
  const { rows, columns } = outcomeOf("review-rate", changes, { teamOf: teamFinder({ core: ["bob"] }) }).table;
  expect(columns.map(({ key }) => key)).toEqual([
    "user",
    "team",
    "total",
    ...Array.from({ length: 52 }, (_, index) => `week${index + 1}`),
  ]);
  expect(rows.map(({ user, team }) => [user, team])).toEqual([
    ["bob", "core"],
    ["eve", null],
  ]);
  expect(rows[0]).toMatchObject({ total: 4 / 364, week1: 2 / 7, week2: 1 / 7, week3: 0, week52: 1 / 7 });
  expect(rows[1]).toMatchObject({ total: 1 / 364, week1: 0, week2: 1 / 7 });
});

test("review-stats: how many reviews of the last days came out how", () => {
  const votes = [vote("bob +2", 1), vote("bob -1", 29), vote("bob -2", 31), vote("eve +1", 2), vote("bob +1 tests", 1)];
  const changes = [
    change({
      versions: versions([votes, [vote("bob +1", 3), vote("ci -1", 1), vote("? +1", 1), vote("eve +1", null)]]),
    }),
  ];
  const { rows, title } = outcomeOf("review-stats", changes).table;
  expect(title).toBe("Reviews of the last 30 days");
  expect(rows).toEqual([
    { user: "bob", team: null, reviews: 3, "-2": 0, "-1": 1, "+1": 1, "+2": 1, positive: 2 / 3 },
    { user: "eve", team: null, reviews: 1, "-2": 0, "-1": 0, "+1": 1, "+2": 0, positive: 1 },
  ]);
  expect(outcomeOf("review-stats", changes, { days: 31.5 }).table.rows[0]).toMatchObject({ reviews: 4, "-2": 1 });
});

test("open-stats: whom open changes wait for, and how long", () => {
  const changes = [
    change({ number: 901, versions: versions([[], []], [30, 8]) }),
    change({ number: 902, versions: versions([["bob -1"], ["bob +1"]], [20, 2]) }),
    change({ number: 903, versions: versions([["bob +1"], [], ["? +1 tests"]], [9, 6, 5]) }),
    change({ number: 904, versions: versions([["bob +1"], []], [50, 1]) }),
    change({ number: 905, versions: versions([["? -1 tests"]]) }),
    change({ number: 906, versions: versions([["bob -1"]]) }),
    change({ number: 907, status: "merged" }),
  ];
  const { table, view } = outcomeOf("open-stats", changes);
  expect(table.rows).toEqual([
    {
      open: 6,
      waitingOnSubmitter: 2,
      waitingOnReviewer: 4,
      averageSinceLast: 4 * DAY,
      medianSinceLast: 3.5 * DAY,
      longestSinceLast: 8 * DAY,
      averageSinceFirst: 27.25 * DAY,
      medianSinceFirst: 25 * DAY,
      longestSinceFirst: 50 * DAY,
      averageSinceRejection: 22.75 * DAY,
      medianSinceRejection: 19.5 * DAY,
      longestSinceRejection: 50 * DAY,
      olderThanDays: 1,
      days: 7,
    },
  ]);
  const tables = view.kind === "facts" ? view.tables : [];
  const urls = tables.map(({ rows }) => rows.map(({ url }) => String(url).slice(-3)));
  expect(urls).toEqual([
    ["901", "903", "902", "904"],
    ["904", "901", "902", "903"],
  ]);
  expect(tables[0]?.rows[0]?.wait).toBe(8 * DAY);
});

test("open-stats of nothing has no waits, and waits are never negative", () => {
  expect(outcomeOf("open-stats", []).table.rows[0]).toMatchObject({
    open: 0,
    averageSinceLast: null,
    medianSinceLast: null,
    longestSinceLast: null,
  });
  const early = change({ versions: [{ number: 1, sha: null, created: NOW + DAY, votes: [] }] });
  expect(outcomeOf("open-stats", [early]).table.rows[0]).toMatchObject({ longestSinceLast: 0, longestSinceFirst: 0 });
});

test.each([
  [[], null],
  [[3], 3],
  [[9, 1], 5],
  [[10, 9, 1], 9],
])("the median of %j is %j", (values, expected) => {
  expect(median(values)).toBe(expected);
});

test("comments: by version, the oldest first, bots left out unless asked for", () => {
  const one = change({
    versions: versions([[], []]),
    comments: [
      comment("bob", "second", { at: daysAgo(2), version: 2, file: "a.py", line: 7 }),
      comment("bob", "first", { at: daysAgo(3) }),
      comment("ci", "built"),
      comment(null, "gone", { version: null }),
    ],
  });
  const texts = (options: Parameters<typeof outcomeOf>[2]) =>
    outcomeOf("comments", [one], options).table.rows.map((row) => row.comment);
  expect(texts({})).toEqual(["first", "second", "gone"]);
  expect(texts({ botComments: "shown" })).toEqual(["first", "built", "second", "gone"]);
  expect(texts({ commentsOn: "current-version" })).toEqual(["second"]);
  expect(outcomeOf("comments", [one]).table.rows[1]).toEqual({
    version: 2,
    author: "bob",
    created: daysAgo(2),
    file: "a.py",
    line: 7,
    comment: "second",
  });
});
