import { describe, expect, test } from "@jest/globals";
import type { Change } from "../../../src/changes/model.js";
import { change, daysAgo, outcomeOf, person, versions, vote } from "../support/build.js";

type Versions = Parameters<typeof versions>[0];

/** Whether the list has a change with those versions. */
function lists(report: string, votes: Versions, more: Partial<Change> & { strict?: boolean } = {}): boolean {
  const { strict, ...changed } = more;
  const options = strict === true ? ({ approvable: "no-objection" } as const) : {};
  return outcomeOf(report, [change({ versions: versions(votes), ...changed })], options).table.rows.length === 1;
}

describe.each<[string, [Versions, boolean, string][]]>([
  [
    "todo-mine",
    [
      [[["me +1"], []], true, "reviewed before, not now"],
      [[["me -1"], ["bob +1"], []], true, "two versions ago"],
      [[["ME +1"], []], true, "logins are the same in any case"],
      [[["me +1"], ["me -1"]], false, "reviewed now as well"],
      [[[], ["me +1"]], false, "reviewed now only"],
      [[["bob +1"], []], false, "reviewed by another"],
      [[["me +1"]], false, "one version only"],
      [[["me +1 tests"], []], false, "a test result is no review"],
      [[[]], false, "no reviews at all"],
    ],
  ],
  [
    "todo-others",
    [
      [[["bob +1"]], true, "another reviewed"],
      [[["bob +1"], []], true, "another reviewed an older version"],
      [[["? +1"]], true, "whoever did has left since"],
      [[["ci +1"]], false, "only a bot did"],
      [[["renovate[bot] +1"]], false, "nor does an account that GitHub marks as a bot's count"],
      [[["bob +1", "me +1"]], false, "the user did as well"],
      [[["me +1"], ["bob +1"]], false, "the user did long ago"],
      [[[]], false, "nobody did"],
    ],
  ],
  [
    "todo-anyones",
    [
      [[["bob +1"]], true, "another reviewed"],
      [[["me +1"], ["bob +1"]], true, "the user reviewed an older version"],
      [[["bob +1", "me +1"]], false, "the user reviewed the current one"],
      [[["me +1"], []], false, "nobody but the user reviewed"],
      [[["ci -1"]], false, "only a bot did"],
    ],
  ],
  [
    "todo-noones",
    [
      [[[]], true, "nobody reviewed"],
      [[["ci -1"], ["? +1 tests"]], true, "only machines did"],
      [[["? -1"]], false, "somebody did who has left since"],
      [[["bob +1"], []], false, "an older version was reviewed"],
    ],
  ],
  [
    "todo-approvable",
    [
      [[["bob +2"]], true, "approved"],
      [[["bob +2", "eve -1"]], true, "a weak no does not matter"],
      [[["bob +2", "? -1 tests"]], true, "nor do failed tests"],
      [[["me +1"], ["bob +2"]], true, "the user reviewed an older version"],
      [[["bob +1"]], false, "not by who may"],
      [[["bob +2", "eve -2"]], false, "refused"],
      [[["bob +2", "? -1 workflow"]], false, "in the works"],
      [[["bob +2", "? +1 workflow"]], false, "approved already"],
      [[["bob +2", "me +1"]], false, "the user reviewed it"],
      [[["bob +2"], []], false, "an older version was approved: a force-push takes reviews away"],
    ],
  ],
])("%s", (report, cases) => {
  test.each(cases)("%j: %s, %s", (votes, expected) => {
    expect(lists(report, votes)).toBe(expected);
  });

  test("shows open changes only, and none of the user's own", () => {
    const fitting = cases.find(([, expected]) => expected)?.[0] ?? [];
    expect(lists(report, fitting, { status: "merged" })).toBe(false);
    expect(lists(report, fitting, { status: "closed" })).toBe(false);
    expect(lists(report, fitting, { owner: person("me") })).toBe(false);
    expect(lists(report, fitting, { owner: { login: "m2", name: "me", email: null } })).toBe(false);
    expect(lists(report, fitting, { owner: null })).toBe(true);
  });
});

test("todo-approvable --strict leaves out what anybody objects to", () => {
  expect(lists("todo-approvable", [["bob +2", "eve -1"]], { strict: true })).toBe(false);
  expect(lists("todo-approvable", [["bob +2", "eve +1"]], { strict: true })).toBe(true);
});

test.each([
  [[vote("bob -1", 29)], null, true],
  [[vote("bob -1", 28)], null, false],
  [[vote("bob -2", 3), vote("eve -1", 40)], null, true],
  [[vote("bob -1", 8)], 7, true],
  [[vote("bob +1", 400)], null, false],
  [[vote("? -1 tests", 400)], null, false],
  [[vote("bob -1", null)], null, false],
])("todo-expirable %#: the current version has had a negative review for longer than that", (votes, days, expected) => {
  const fitting = change({ versions: versions([[], votes]) });
  expect(outcomeOf("todo-expirable", [fitting], { days }).table.rows).toHaveLength(expected ? 1 : 0);
});

test("todo-expirable looks at the current version only", () => {
  expect(lists("todo-expirable", [[vote("bob -1", 90)], []])).toBe(false);
});

test("list has everything, the oldest first, and what is missing is null", () => {
  const changes = [
    change({ number: 3, status: "merged", created: daysAgo(1) }),
    change({
      number: 2,
      created: daysAgo(5),
      owner: null,
      topic: "t",
      versions: versions([["bob -2"], ["bob +1", "eve -1", "? +1 tests"]]),
    }),
    change({
      number: 1,
      status: "closed",
      created: daysAgo(5),
      owner: { login: null, name: "Ann", email: "ann@example.org" },
    }),
  ];
  const { rows } = outcomeOf("list", changes).table;
  expect(rows.map(({ status }) => status)).toEqual(["closed", "open", "merged"]);
  expect(rows[0]).toMatchObject({ owner: "Ann", tests: null, reviews: null, workflow: null, approvals: null });
  expect(rows[1]).toEqual({
    status: "open",
    url: "https://github.com/acme/web/pull/2",
    owner: null,
    project: "acme/web",
    branch: "main",
    topic: "t",
    subject: "Change 2",
    created: daysAgo(5),
    updated: daysAgo(1),
    approvals: "tests +1, reviews +1 -1",
    tests: 1,
    reviews: -1,
    workflow: null,
  });
});

test.each([
  [["a -2", "b +2", "c -1", "d +1"], -2],
  [["b +2", "c -1", "d +1"], 2],
  [["d +1", "c -1"], -1],
  [["d +1"], 1],
  [[], null],
])("the casting vote of %j is %j", (votes, expected) => {
  expect(outcomeOf("list", [change({ versions: versions([["x -2"], votes]) })]).table.rows[0]?.reviews).toBe(expected);
});
