import { afterAll, expect, test } from "@jest/globals";
import { forgexec, removeFolders } from "../cli/support.js";
import { FakeGithub } from "./support/fake-github.js";
import { pull, review, user } from "./support/github-pull.js";

afterAll(removeFolders);

/** Watches until alice has said something; the command line's clock stands at 2030-01-02T03:04:05Z, and the second look finds what came later. */
async function watched(argv: readonly string[]) {
  const fake = await new FakeGithub().start();
  const changes = [{ pull: pull(7, { title: "Read faster\u001b[2J", user: user("bob") }), reviews: [] as object[] }];
  fake.repositories.set("octo/hello", changes);
  let looks = 0;
  fake.instead = (request) => {
    if (/\/pulls\?/.test(request.url ?? "") && ++looks === 2) {
      changes[0] = {
        pull: pull(7, { ...changes[0]?.pull, updated_at: "2030-01-02T03:04:20Z" }),
        reviews: [
          review("ci-bot", "APPROVED", { submitted_at: "2030-01-02T03:04:10Z" }),
          review("alice", "CHANGES_REQUESTED", { submitted_at: "2030-01-02T03:04:20Z" }),
        ],
      };
    }
    return false;
  };
  try {
    return await forgexec(["changes", "watch", "--repository", "octo/hello", "--interval", "1s", ...argv], {
      environment: { GITHUB_API_URL: fake.url, GITHUB_TOKEN: "t" },
      onOutput: (text, send) => text.includes("alice") && send("SIGINT"),
    });
  } finally {
    await fake.stop();
  }
}

test("watch tells what happens, without bots, until it is interrupted", async () => {
  const { code, stdout } = await watched(["--bot", "ci-bot", "--color", "always"]);
  expect(code).toBe(130);
  expect(stdout).toContain("https://github.com/octo/hello/pull/7");
  expect(stdout).toMatch(/Read faster {2}.*alice/);
  expect(stdout).toContain("\u001b[36m");
  expect(stdout).not.toContain("ci-bot");
  expect(stdout).not.toContain("\u001b[2J");
});

test("watch --json gives an object a line, and with --bots those of bots too", async () => {
  const { code, stdout } = await watched(["--bot", "ci-bot", "--bots", "--json"]);
  expect(code).toBe(130);
  const events = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(events).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ by: "ci-bot", number: 7 }),
      expect.objectContaining({ by: "alice", kind: "vote", project: "octo/hello", subject: "Read faster\u001b[2J" }),
    ]),
  );
});
