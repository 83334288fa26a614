import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { REPORTS } from "../../src/changes/index.js";
import { createFolder, forgexec, type Given, removeFolders } from "../cli/support.js";

const DATA = {
  github: join(import.meta.dirname, "../fixtures/changes/github.jsonl"),
  gerrit: join(import.meta.dirname, "../fixtures/changes/gerrit.jsonl"),
};
const NOW = "2030-01-14T09:00:00Z";

afterAll(removeFolders);

let cwd = "";
beforeAll(async () => {
  cwd = await createFolder({ ".forge-changes.yml": "user: alice\nbots: [ci-bot]\nteams: { core: [alice, bob] }\n" });
});

async function changes(argv: readonly string[], given: Given = {}) {
  return forgexec(["changes", ...argv], { cwd, ...given });
}

/** The report's rows. */
async function rows(source: keyof typeof DATA, argv: readonly string[]): Promise<Record<string, unknown>[]> {
  const { code, stdout, stderr } = await changes([...argv, "--from", DATA[source], "--now", NOW, "--format", "json"]);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
}

async function numbers(source: keyof typeof DATA, argv: readonly string[]): Promise<number[]> {
  return (await rows(source, argv)).map(({ url }) => Number(/\d+$/.exec(String(url))?.[0]));
}

test.each<[keyof typeof DATA, string[], number[]]>([
  ["github", ["list"], [1, 2, 3, 4, 5, 6]],
  ["github", ["list", "--status", "open"], [1, 2, 3, 4]],
  ["github", ["list", "--status", "merged", "--status", "closed"], [5, 6]],
  ["github", ["list", "--owner", "bob"], [2]],
  ["github", ["list", "--file", "^docs/"], [2]],
  ["github", ["list", "--approval", "reviews=+2"], [3, 5]],
  ["github", ["list", "--message", "uploads"], [1]],
  ["github", ["list", "--branch", "main", "--reviewer", "alice"], [1, 2]],
  ["github", ["todo-mine"], [1]],
  ["github", ["todo-others"], [3]],
  ["github", ["todo-anyones"], [3]],
  ["github", ["todo-noones"], [4]],
  ["github", ["todo-approvable"], [3]],
  ["github", ["todo-approvable", "--strict"], []],
  ["github", ["todo-expirable"], []],
  ["github", ["todo-expirable", "--days", "2"], [2]],
  ["gerrit", ["list"], [10, 11, 12]],
  ["gerrit", ["list", "--project", "acme/tools"], [12]],
  ["gerrit", ["list", "--topic", "speed"], [10]],
  ["gerrit", ["todo-mine", "--user", "bob"], [10]],
  ["gerrit", ["todo-noones", "--user", "bob"], [11]],
])("%s: %j lists %j", async (source, argv, expected) => {
  expect((await numbers(source, argv)).sort((a, b) => a - b)).toEqual(expected);
});

test("a row has the columns' names in camelCase, with the casting votes", async () => {
  expect((await rows("github", ["list", "--sort", "url"]))[0]).toEqual({
    status: "open",
    url: "https://github.com/acme/web/pull/1",
    owner: "carol",
    project: "acme/web",
    branch: "main",
    subject: "Retry uploads",
    created: "2030-01-02T09:00:00.000Z",
    updated: "2030-01-13T09:00:00.000Z",
    tests: -1,
    reviews: null,
    workflow: -1,
  });
});

test("fields, order and a limit", async () => {
  const argv = ["list", "--field", "url,Subject", "--field", "approvals", "--sort", "url:rev", "--limit", "2"];
  const found = await rows("github", argv);
  expect(found.map((row) => Object.keys(row))).toEqual([
    ["url", "subject", "approvals"],
    ["url", "subject", "approvals"],
  ]);
  expect(found[0]?.url).toMatch(/6$/);
});

test("the statistics of both systems", async () => {
  expect(await rows("gerrit", ["review-stats"])).toEqual([
    { user: "bob", team: "core", reviews: 2, "-2": 0, "-1": 1, "+1": 1, "+2": 0, positive: 0.5 },
    { user: "dave", team: null, reviews: 1, "-2": 0, "-1": 0, "+1": 0, "+2": 1, positive: 1 },
  ]);
  const [rate] = await rows("gerrit", ["review-rate"]);
  expect(rate).toMatchObject({ user: "bob", team: "core", total: 2 / 364, week1: 1 / 7, week2: 1 / 7, week52: 0 });
  expect(await rows("github", ["open-stats"])).toEqual([
    expect.objectContaining({ open: 4, waitingOnSubmitter: 3, waitingOnReviewer: 1, olderThanDays: 0, days: 7 }),
  ]);
});

test("comments on a change, bots left out unless asked for", async () => {
  const texts = async (argv: string[]) =>
    (await rows("github", ["comments", "1", ...argv])).map(({ comment }) => comment);
  expect(await texts([])).toEqual(["Not like this.", "Better now?"]);
  expect(await texts(["--bots"])).toContain("Coverage is 80 %.");
  expect(await rows("github", ["comments", "acme/web#2"])).toHaveLength(1);
  const { code, stderr } = await changes(["comments", "99", "--from", DATA.github]);
  expect([code, stderr]).toEqual([2, "error: There is no change 99 among those asked for.\n"]);
});

test.each(REPORTS.map(({ name }) => name))("%s comes out in every format, from both systems", async (name) => {
  for (const source of ["github", "gerrit"] as const) {
    const change = name === "comments" ? [source === "github" ? "1" : "10"] : [];
    for (const format of ["text", "csv", "json", "markdown", "html"]) {
      const argv = [name, ...change, "--from", DATA[source], "--now", NOW, "--format", format];
      const { code, stdout, stderr } = await changes(argv);
      expect([argv, code, stderr]).toEqual([argv, 0, ""]);
      expect(stdout).toMatch(/\n$/);
    }
  }
});

test("the plot is written beside the report", async () => {
  const folder = await createFolder();
  const argv = ["review-rate", "--from", DATA.gerrit, "--now", NOW, "--plot", "rate.svg"];
  expect((await changes(argv, { cwd: folder })).code).toBe(0);
  expect(readFileSync(join(folder, "rate.svg"), "utf8")).toMatch(/^<svg [\s\S]*bob[\s\S]*<\/svg>\n$/);
  const { code, stderr } = await changes([...argv.slice(0, -1), "nowhere/rate.svg"], { cwd: folder });
  expect([code, stderr]).toEqual([2, expect.stringContaining("--plot: ")]);
});

test("colours are there where they are asked for", async () => {
  const argv = ["list", "--from", DATA.github, "--now", NOW];
  expect((await changes([...argv, "--color", "always"])).stdout).toContain("\u001b[1m\u001b[32m+2\u001b[39m\u001b[22m");
  expect((await changes([...argv, "--color"])).stdout).toContain("\u001b[1m\u001b[32m+2\u001b[39m\u001b[22m");
  expect((await changes(argv)).stdout).not.toContain("\u001b");
});

test("a group's projects are those of the configuration", async () => {
  const folder = await createFolder({ ".forge-changes.yml": "groups: { tools: [acme/tools] }\n" });
  const { stdout } = await changes(["list", "--from", DATA.gerrit, "--group", "tools", "--format", "csv"], {
    cwd: folder,
  });
  expect(stdout.split("\n")).toHaveLength(3);
  expect(stdout).toContain(",acme/tools,");
});

test.each<[string[], string]>([
  [
    ["todo-mine", "--from", DATA.github, "--config", "empty.yml"],
    "todo-mine needs to know whose list it is: give --user LOGIN",
  ],
  [["list"], "Which repository?"],
  [["list", "--from", "nowhere.jsonl"], "nowhere.jsonl"],
  [["list", "--from", DATA.github, "--sort", "updatd"], "Did you mean updated?"],
  [["list", "--from", DATA.github, "--field", "beauty"], 'no column "beauty". It has status, url'],
  [["list", "--from", DATA.github, "--status", "lost"], "It is one of open, merged, closed."],
  [["list", "--from", DATA.github, "--limit", "0"], "a number of rows, 1 or more"],
  [["list", "--from", DATA.github, "--now", "yesterday"], "It is a time such as 2030-01-31T12:00:00Z."],
  [["list", "--from", DATA.github, "--format", "xml"], "Allowed choices are text, csv, json, markdown, html"],
  [["list", "--from", DATA.github, "--file", "("], "is no regular expression"],
  [["comments", "abc", "--from", DATA.github], '"abc" is no change'],
  [["watch", "--from", DATA.github], "watch needs a server"],
  [["watch", "--repository", "a/b", "--interval", "soon"], '"soon" is no duration'],
  [["todo-mne"], "Did you mean todo-mine?"],
  [["list", "--config", "missing.yml"], "There is no configuration missing.yml"],
])("%j is refused", async (argv, message) => {
  const folder = await createFolder({ "empty.yml": "", ".forge-changes.yml": "" });
  const { code, stdout, stderr } = await changes(argv, { cwd: folder });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test("a bad configuration is told with its line", async () => {
  const folder = await createFolder({ ".forge-changes.yml": "user: alice\nprojcts: [a/b]\n" });
  const { code, stderr } = await changes(["list", "--from", DATA.github], { cwd: folder });
  expect(code).toBe(2);
  expect(stderr).toBe(
    '.forge-changes.yml:2:1: error: The key "projcts" is not known here.\n  projcts: [a/b]\n  ^\n  did you mean `projects`?\n',
  );
});

test.each([...REPORTS.map(({ name }) => name), "watch"])("%s has help with examples", async (name) => {
  const { code, stdout } = await changes([name, "--help"]);
  expect(code).toBe(0);
  expect(stdout).toContain(`Usage: forgexec changes ${name}`);
  expect(stdout).toMatch(new RegExp(`Examples:\\n( {2}\\$ forgexec changes ${name}.*\\n)+`));
});
