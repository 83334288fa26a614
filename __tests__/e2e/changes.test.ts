import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import { FakeGithub } from "../changes/support/fake-github.js";
import { checkRun, pull, review, sha, user } from "../changes/support/github-pull.js";
import { nodeFolder, runAct, testWithAct } from "./support/act.js";
import { runCli } from "./support/cli.js";
import { newHome } from "./support/home.js";
import { newProject } from "./support/project.js";

const TIME = 180_000;
const DATA = path.resolve(import.meta.dirname, "../fixtures/changes/github.jsonl");
const home = newHome();

describe("forgexec changes, as a user starts it", () => {
  test("recorded changes, in the order of their age", async () => {
    const args = ["changes", "todo-noones", "--from", DATA, "--bot", "ci-bot", "--now", "2030-01-14T09:00:00Z"];
    const { exitCode, stdout, stderr } = await runCli(args, { home, cwd: newProject({}) });
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^Changes without a review: 1\nStatus +URL .*\nopen +https:\/\/github\.com\/acme\/web\/pull\/4 +carol /,
    );
  });

  test("pull requests from GitHub's API, and the second time from what was kept", async () => {
    const fake = await new FakeGithub().start();
    try {
      fake.repositories.set("octo/hello", [
        {
          pull: pull(7, { title: "Read faster", user: user("bob"), head: { sha: sha("b") } }),
          reviews: [
            review("alice", "CHANGES_REQUESTED", { commit_id: sha("a") }),
            review("carol", "APPROVED", { commit_id: sha("b"), author_association: "MEMBER" }),
          ],
          checks: [checkRun("tests", "success", { head_sha: sha("b") })],
        },
        { pull: pull(8) },
      ]);
      const environment = { GITHUB_API_URL: fake.url, GITHUB_TOKEN: "t", GITHUB_REPOSITORY: "octo/hello" };
      const args = ["changes", "todo-mine", "--user", "alice", "--format", "json"];
      const options = { home, cwd: newProject({}), environment };
      const first = await runCli(args, options);
      expect([first.exitCode, first.stderr, fake.faults]).toEqual([0, "", []]);
      expect(JSON.parse(first.stdout)).toEqual([
        expect.objectContaining({
          url: "https://github.com/octo/hello/pull/7",
          subject: "Read faster",
          tests: 1,
          reviews: 2,
        }),
      ]);
      const asked = fake.seen.length;
      expect(await runCli(args, options)).toEqual(first);
      expect(fake.seen).toHaveLength(asked);
    } finally {
      await fake.stop();
    }
  });
});

const WORKFLOW = `
on: push
permissions: {}
jobs:
  dashboard:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: forgexec/forgexec/changes@v1
        id: report
        with: { from: changes.jsonl, format: csv, fields: "url, reviews", sort: url, limit: "2" }
      - id: after
        env:
          OUTPUTS: \${{ toJSON(steps.report.outputs) }}
        run: |
          node -p "'OUTPUTS ' + JSON.stringify(JSON.parse(process.env.OUTPUTS))"
          node -p "'REPORT ' + JSON.stringify(fs.readFileSync(JSON.parse(process.env.OUTPUTS).path, 'utf8'))"
`;

testWithAct(
  "the action posts to the summary, and its outputs lead to the file (act on PATH)",
  async () => {
    const project = newProject({ "changes.jsonl": readFileSync(DATA) });
    const { exitCode, steps, log } = await runAct({
      home,
      project,
      workflow: WORKFLOW,
      nodeFolder: nodeFolder(20, home),
    });
    if (exitCode !== 0) throw new Error(log);
    expect(steps.get("report")?.outputs).toMatchObject({ count: "4", url: "" });
    expect(steps.get("report")?.summary).toContain("### Changes: 4");
    expect(steps.get("report")?.summary).toContain("*and 2 more*");
    const lines = steps.get("after")?.lines.map(({ text }) => text) ?? [];
    expect(lines).toContain(
      `REPORT ${JSON.stringify("URL,Reviews\nhttps://github.com/acme/web/pull/1,\nhttps://github.com/acme/web/pull/2,-2\n")}`,
    );
  },
  TIME,
);
