import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Change } from "../../../src/changes/model.js";
import type { GerritOptions } from "../../../src/changes/sources/index.js";
import { bob, changeInfo, ci, FakeGerrit, twoSets } from "../support/fake-gerrit.js";
import { changesOf, common } from "../support/source.js";

let gerrit: FakeGerrit;
beforeEach(async () => {
  gerrit = await new FakeGerrit().start();
});
afterEach(() => gerrit.stop());

const options = (changed: Partial<GerritOptions> = {}): GerritOptions => ({
  ...common(),
  kind: "gerrit",
  url: gerrit.url,
  ...changed,
});

const votes = (change: Change | undefined) =>
  change?.versions.map((version) => [
    version.number,
    version.votes.map(({ column, value, by }) => `${column} ${value} ${by?.login ?? by?.name ?? "-"}`),
  ]);

describe.each([
  ["with", ")]}'\n"],
  ["without", ""],
])("%s the prefix of its answers", (_, prefix) => {
  test("labels are the current votes, messages tell of those on older patch sets; unknown labels are skipped", async () => {
    gerrit.prefix = prefix;
    gerrit.changes = [twoSets];
    const [change] = await changesOf(options());
    expect(votes(change)).toEqual([
      [1, ["reviews -1 bob", "tests 1 zuul", "workflow 1 ann"]],
      [2, ["reviews 2 ann", "tests -1 zuul"]],
    ]);
    expect(change).toMatchObject({
      number: 4247,
      status: "open",
      url: `${gerrit.url}/c/tools/forge/+/4247`,
      project: "tools/forge",
      topic: "speed",
      message: "Change\n\nAll of it.",
      created: Date.parse("2026-03-01T09:59:32.126Z"),
      owner: { login: "author", name: "Author Example", email: "author@example.org" },
    });
    expect(change?.versions.map(({ sha }) => sha?.[0])).toEqual(["a", "b"]);
    expect(change?.comments.filter(({ voted }) => voted).map(({ by, version }) => [by?.login, version])).toEqual([
      ["bob", 1],
      ["zuul", 1],
      ["ann", 1],
    ]);
  });
});

test("where a site gives no detailed labels, what decides counts", async () => {
  gerrit.changes = [
    changeInfo(1, { labels: { "Code-Review": { rejected: bob, value: -2 }, Verified: { recommended: ci, value: 1 } } }),
  ];
  expect(votes((await changesOf(options()))[0])).toEqual([[1, ["reviews -2 bob", "tests 1 zuul"]]]);
});

test("states, a change that is not ready, an account without a name", async () => {
  gerrit.changes = [
    changeInfo(1, { status: "MERGED", submitted: "2026-03-03 00:00:00.000000000" }),
    changeInfo(2, { status: "ABANDONED" }),
    changeInfo(3, { work_in_progress: true, owner: { _account_id: 77 } }),
    changeInfo(4, { owner: undefined, revisions: undefined, labels: undefined, messages: undefined }),
  ];
  const changes = await changesOf(options(), { statuses: ["open", "merged", "closed"] });
  expect(changes.map(({ number, status }) => [number, status])).toEqual([
    [1, "merged"],
    [2, "closed"],
    [3, "open"],
    [4, "open"],
  ]);
  expect(changes[0]?.ended).toBe(Date.parse("2026-03-03T00:00:00Z"));
  expect(votes(changes[2])).toEqual([[1, ["workflow -1 -"]]]);
  expect(changes[2]?.owner).toEqual({ login: null, name: null, email: null });
  expect([changes[3]?.owner, changes[3]?.versions.length]).toEqual([null, 1]);
});
