import { expect, test } from "@jest/globals";
import { toJson } from "../../../src/changes/formats/json.js";
import { arrange } from "../../../src/changes/reports/arrange.js";
import { change, outcomeOf } from "../support/build.js";
import { ACTIVE, HOSTILE } from "../support/hostile.js";

function shown(name: string, changes: Parameters<typeof outcomeOf>[1]) {
  const outcome = outcomeOf(name, changes);
  return { ...outcome, table: arrange(outcome.table, { sort: null, fields: [], limit: null }) };
}

test("an array of objects with the columns' names in camelCase", () => {
  const [row] = JSON.parse(toJson(shown("list", [change({ number: 7 })])));
  expect(row).toEqual({
    status: "open",
    url: "https://github.com/acme/web/pull/7",
    owner: "owner",
    project: "acme/web",
    branch: "main",
    subject: "Change 7",
    created: "2029-12-23T03:04:05.000Z",
    updated: "2030-01-01T03:04:05.000Z",
    tests: null,
    reviews: null,
    workflow: null,
  });
});

test("text comes back as it was, and nothing in the JSON acts on a terminal", () => {
  const json = toJson(shown("list", HOSTILE));
  const rows = JSON.parse(json);
  expect(rows.slice(0, 3).map(({ subject }: { subject: string }) => subject)).toEqual(
    HOSTILE.slice(0, 3).map(({ subject }) => subject),
  );
  expect(rows[1]).toMatchObject({ owner: null, reviews: 2, tests: null });
  expect(rows[3].updated).toBeNull();
  expect(json).not.toMatch(ACTIVE);
});

test("nothing is an empty array", () => {
  expect(toJson(outcomeOf("list", []))).toBe("[]\n");
});
