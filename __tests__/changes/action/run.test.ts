import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { runChangesAction } from "../../../src/action/changes/run.js";
import { type JobResult, liveLines, runJob } from "../../action/job.js";
import { temporaryFolder } from "../../e2e/support/temporary.js";
import { BOT, FakeIssues } from "../support/fake-issues.js";

const NOW = new Date("2030-01-14T09:00:00Z");
const TOKEN = "tok-8c1d-changes";
let fake: FakeIssues;
let workspace = "";

beforeAll(() => {
  workspace = temporaryFolder();
  for (const name of ["github.jsonl", "gerrit.jsonl"]) {
    copyFileSync(join(import.meta.dirname, "../../fixtures/changes", name), join(workspace, name));
  }
});
beforeEach(async () => {
  fake = await new FakeIssues().start();
  fake.comments.set(42, []);
});
afterEach(async () => {
  await fake.stop();
});

function job(inputs: Record<string, string> = {}, environment: Record<string, string> = {}): Promise<JobResult> {
  return runJob({
    workspace,
    action: runChangesAction,
    now: () => NOW,
    inputs: { from: "github.jsonl", "github-token": TOKEN, ...inputs },
    environment: { GITHUB_API_URL: fake.url, GITHUB_REPOSITORY: "acme/web", ...environment },
  });
}

test("posts the open changes to the job summary, and tells where the report is and how long", async () => {
  const { exitCode, outputs, summary, log } = await job();
  expect([exitCode, outputs]).toEqual([undefined, { path: expect.stringMatching(/report\.md$/), count: "4", url: "" }]);
  expect(summary).toContain("### Changes: 4\n");
  expect(summary).toContain("[&#35;3](https://github.com/acme/web/pull/3)");
  expect(readFileSync(outputs.path ?? "", "utf8")).toBe(summary);
  expect(log).toContain("list: 4 rows, written to ");
  expect(fake.seen).toEqual([]);
});

test.each([
  ["json", "json", /^\[\n {2}\{"url":/],
  ["csv", "csv", /^URL,Subject\n/],
  ["html", "html", /^<!DOCTYPE html>/],
  ["text", "txt", /^Changes that others review: 1\n/],
])("the file is in the format %s, whatever is posted", async (format, extension, beginning) => {
  const inputs = { report: "todo-others", user: "alice", bots: "ci-bot", format, fields: "url, subject" };
  const { outputs, summary } = await job(inputs);
  expect(outputs).toMatchObject({ path: expect.stringMatching(new RegExp(`\\.${extension}$`)), count: "1" });
  expect(readFileSync(outputs.path ?? "", "utf8")).toMatch(beginning);
  expect(summary).toContain("| URL | Subject |");
});

test("the review rate has a chart in the summary", async () => {
  const { summary } = await job({ report: "review-rate", from: "gerrit.jsonl", bots: "ci-bot", limit: "5" });
  expect(summary).toMatch(
    /```mermaid\n[\s\S]*xychart-beta[\s\S]*```\n\n🟦 bob 0\.01 · 🟧 dave 0\.00\n\n### Reviews a day, by week: 2/,
  );
});

test("an issue is opened once and then edited, also where strangers have put the marker into theirs", async () => {
  const marker = "<!-- forgexec-changes:open-stats -->\n";
  fake.post(fake.issues, { body: `${marker}mine!`, user: { login: "eve", type: "User" } });
  fake.post(fake.issues, { body: `quoted: ${marker}` });
  const first = await job({ report: "open-stats", "post-to": "issue", title: "Dashboard" });
  expect(first.outputs).toMatchObject({ count: "1", url: "https://github.com/acme/web/issues/3" });
  const second = await job({ report: "open-stats", "post-to": "issue", title: "Dashboard", days: "1" });
  expect(second.outputs.url).toBe(first.outputs.url);
  const other = await job({ report: "open-stats", "post-to": "issue", id: "Second one" });
  expect(other.outputs.url).toBe("https://github.com/acme/web/issues/4");
  expect(fake.issues.map(({ title, body }) => [title, body.split("\n")[0]])).toEqual([
    ["", marker.trim()],
    ["", `quoted: ${marker.trim()}`],
    ["Dashboard", marker.trim()],
    ["Open changes", "<!-- forgexec-changes:second-one -->"],
  ]);
  expect(fake.issues[2]?.body).toContain("| Older than 1 days |");
  expect(fake.faults).toEqual([]);
  expect([...fake.authorizations]).toEqual([`Bearer ${TOKEN}`]);
});

test("a comment is edited too, on the issue that is named or that the event is about", async () => {
  fake.self = { login: "dashboards", type: "User" };
  fake.comments.set(
    7,
    Array.from({ length: 150 }, (_, index) => fake.post([], { body: `talk ${index}`, user: BOT })),
  );
  const event = join(temporaryFolder(), "event.json");
  writeFileSync(event, JSON.stringify({ pull_request: { number: 7 } }));
  const inputs = { "post-to": "comment", report: "todo-noones", bots: "ci-bot" };
  const first = await job(inputs, { GITHUB_EVENT_PATH: event });
  const second = await job({ ...inputs, limit: "1" }, { GITHUB_EVENT_PATH: event });
  expect([first.exitCode, second.exitCode, first.outputs.url]).toEqual([undefined, undefined, second.outputs.url]);
  expect(fake.comments.get(7)).toHaveLength(151);
  await job({ ...inputs, issue: "42" });
  expect(fake.comments.get(42)?.map(({ body }) => body.split("\n").slice(0, 2))).toEqual([
    ["<!-- forgexec-changes:todo-noones -->", "### Changes without a review: 1"],
  ]);
  expect(fake.faults).toEqual([]);
});

test("what is too long for an issue, or for a summary, is cut and counted", async () => {
  const [line = ""] = readFileSync(join(workspace, "github.jsonl"), "utf8").split("\n");
  const many = Array.from({ length: 6000 }, (_, index) => {
    const pull = { ...JSON.parse(line), number: index + 1, title: `${"語".repeat(120)} ${index}` };
    return JSON.stringify(pull);
  });
  writeFileSync(join(workspace, "many.jsonl"), many.join("\n"));
  const { exitCode, outputs } = await job({ from: "many.jsonl", "post-to": "issue" });
  expect([exitCode, outputs.count]).toEqual([undefined, "6000"]);
  expect(fake.issues[0]?.body.length).toBeGreaterThan(60_000);
  expect(fake.issues[0]?.body).toMatch(/\*and \d+ more\*\n$/);
  const { summary } = await job({ from: "many.jsonl" });
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  expect(Buffer.byteLength(summary)).toBeGreaterThan(1000 * 1024);
  expect(summary).toMatch(/\*and \d+ more\*\n$/);
});

test.each([
  [401, "The token is wrong or has expired"],
  [403, "permissions: issues: write"],
  [404, "There is no such repository"],
  [410, "Issues are turned off"],
  [422, "does not take what was sent"],
])("a %i of the API fails the job, with what to do", async (status, advice) => {
  fake.instead = (asked) => (asked.startsWith("POST") ? { status, body: { message: "Said \u001b[31mso" } } : null);
  const { exitCode, log, outputs } = await job({ "post-to": "issue" });
  // The report itself is there.
  expect([exitCode, outputs]).toEqual([1, { path: expect.stringMatching(/report\.md$/), count: "4", url: "" }]);
  const [error] = liveLines(log).filter((line) => line.startsWith("::error::"));
  expect(error).toMatch(`GitHub answers ${status} to POST /repos/acme/web/issues ("Said \\x1b[31mso"). `);
  expect(error).toContain(advice);
});

test("a limit that ends soon is waited for, and a fault of the server's is met by another try", async () => {
  const answers = [
    { status: 429, headers: { "retry-after": "0" } },
    { status: 502, body: {} },
  ];
  fake.instead = (asked) => (asked === "GET /repos/acme/web/issues" ? (answers.shift() ?? null) : null);
  const { exitCode } = await job({ "post-to": "issue" });
  expect([exitCode, fake.issues.length]).toEqual([undefined, 1]);
});

test("whether a POST that failed had an effect is not known, so it is not sent again", async () => {
  fake.instead = (asked) => (asked.startsWith("POST") ? { status: 502, body: {} } : null);
  expect((await job({ "post-to": "issue" })).exitCode).toBe(1);
  expect(fake.seen.filter((asked) => asked.startsWith("POST"))).toHaveLength(1);
});

test.each<[Record<string, string>, string]>([
  [{ report: "lst" }, 'input "report": "lst" is none of list, todo-mine'],
  [{ "post-to": "mail", limit: "many" }, 'input "limit": "many" is no whole number'],
  [{ report: "todo-mine" }, "todo-mine needs to know whose list it is"],
  [{ from: "../elsewhere" }, "lies outside of the workspace"],
  [{ config: "/etc/passwd" }, "lies outside of the workspace"],
  [{ from: "nowhere" }, "nowhere"],
  [{ "post-to": "comment" }, "give its number by the input issue"],
  [{ report: "comments" }, '"" is no change'],
])("%j fails the job in words", async (inputs, message) => {
  const { exitCode, log, outputs } = await job(inputs);
  expect([exitCode, outputs]).toEqual([1, { path: expect.any(String), count: expect.any(String), url: "" }]);
  expect(liveLines(log).join("\n")).toContain(message);
  expect(log).not.toMatch(/^\s+at /m);
});

test("a bad configuration is shown with its line", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, ".forge-changes.yml"), "bots: [a]\nusr: ::error::x\n");
  const { exitCode, log } = await runJob({ workspace: folder, action: runChangesAction });
  expect(exitCode).toBe(1);
  expect(log).toContain('.forge-changes.yml:2:1: error: The key "usr" is not known here.\n  usr: ::error::x\n');
  expect(liveLines(log).filter((line) => line.startsWith("::error::x"))).toEqual([]);
});
