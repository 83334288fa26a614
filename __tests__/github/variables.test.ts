import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { forgeVariables, readGithubContext } from "../../src/github/index.js";
import { repositoryOfRemote } from "../../src/github/remote.js";
import { contextOf, example } from "./events.js";

const directory = mkdtempSync(join(tmpdir(), "forgexec-variables-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const environment: Record<string, string> = {
  PATH: process.env.PATH ?? "",
  HOME: directory,
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: join(directory, "no-config"),
};
const git = (...args: readonly string[]) => {
  const identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
  return execFileSync("git", [...identity, ...args], { cwd: directory, env: environment, encoding: "utf8" }).trim();
};
let head = "";
beforeAll(() => {
  git("init", "--quiet", "--initial-branch=main");
  git("commit", "--quiet", "--allow-empty", "--message", "one");
  head = git("rev-parse", "HEAD");
});

const local = () => readGithubContext({}, async () => "");
const URL_OF_RUN = { GITHUB_RUN_ID: "99", GITHUB_SERVER_URL: "https://ghe.example/" };

describe("the variables", () => {
  test("of a laptop come from git", async () => {
    git("remote", "add", "origin", "git@example.org:acme/tool.git");
    const variables = await forgeVariables({ environment, context: await local(), directory, needCommitCount: false });
    expect(variables).toEqual({
      owner: { value: "acme" },
      repo: { value: "tool" },
      sha: { value: head },
      commitCount: { missing: expect.any(String) },
      pullRequest: { missing: expect.stringContaining("set FORGE_PULL_REQUEST") },
      runId: { missing: expect.stringContaining("set FORGE_RUN_ID") },
      statusUrl: { missing: expect.stringContaining("set FORGE_STATUS_URL") },
      installId: { missing: expect.stringContaining("set FORGE_INSTALL_ID") },
    });
    git("remote", "remove", "origin");
  });

  test("that nobody knows say what to set", async () => {
    const { owner, repo } = await forgeVariables({
      environment,
      context: await local(),
      directory,
      needCommitCount: false,
    });
    expect(owner).toEqual({
      missing: "The repository's owner is not known: git has no remote origin; set FORGE_OWNER.",
    });
    expect(repo).toEqual({ missing: "The repository's name is not known: git has no remote origin; set FORGE_REPO." });
  });

  test("of a pull request come from its event; the commit is its head, not GitHub's merge", async () => {
    const payload = example("pull_request");
    const context = await contextOf("pull_request", payload, URL_OF_RUN);
    const variables = await forgeVariables({ environment, context, directory, needCommitCount: true });
    expect(variables).toEqual({
      owner: { value: "octo" },
      repo: { value: "hello-world" },
      sha: { value: payload.pull_request.head.sha },
      commitCount: { value: String(payload.pull_request.commits) },
      pullRequest: { value: String(payload.pull_request.number) },
      runId: { value: "99" },
      statusUrl: { value: "https://ghe.example/octo/hello-world/actions/runs/99" },
      installId: { missing: expect.any(String) },
    });
  });

  test("that are set as FORGE_* win; empty ones count as not set", async () => {
    const forge = {
      FORGE_OWNER: "o",
      FORGE_REPO: "r",
      FORGE_SHA: "s",
      FORGE_COMMIT_COUNT: "3",
      FORGE_PULL_REQUEST: "8",
      FORGE_RUN_ID: "1",
      FORGE_STATUS_URL: "https://status",
      FORGE_INSTALL_ID: "5",
    };
    const context = await contextOf("pull_request", example("pull_request"), URL_OF_RUN);
    const given = await forgeVariables({
      environment: { ...environment, ...forge },
      context,
      directory,
      needCommitCount: true,
    });
    expect(Object.values(given).map((known) => "value" in known && known.value)).toEqual(
      expect.arrayContaining(Object.values(forge)),
    );
    const empty = Object.fromEntries(Object.keys(forge).map((name) => [name, ""]));
    const variables = await forgeVariables({
      environment: { ...environment, ...empty },
      context,
      directory,
      needCommitCount: true,
    });
    for (const known of Object.values(variables)) expect(known).not.toEqual({ value: "" });
    expect(variables.owner).toEqual({ value: "octo" });
  });
});

describe("the context", () => {
  test("of a comment on a pull request has its number, of one on an issue none", async () => {
    const payload = example("issue_comment");
    payload.issue.pull_request = { url: "https://api.example/pulls/7" };
    expect((await contextOf("issue_comment", payload)).pullRequest).toBe(payload.issue.number);
    delete payload.issue.pull_request;
    expect((await contextOf("issue_comment", payload)).pullRequest).toBeNull();
  });

  test("of a merge group has its base", async () => {
    const context = await contextOf("merge_group", example("merge_group"));
    expect(context.baseBranch).toBe("main");
  });

  test.each([
    "",
    "null",
    "[]",
    "{",
    '"x"',
    '{"pull_request":1}',
    '{"pull_request":{"number":"7","commits":-1,"head":null}}',
    '{"__proto__":{"number":1}}',
  ])("never fails: %s", async (payload) => {
    const context = await contextOf("pull_request", payload);
    expect(context).toMatchObject({ pullRequest: null, commits: null, headSha: null, fork: true });
  });

  test("tells a tag from a branch", async () => {
    expect((await contextOf("push", {}, { GITHUB_REF: "refs/tags/v1" })).ref).toEqual({ kind: "tag", name: "v1" });
    expect((await contextOf("push", {}, { GITHUB_REF: "refs/heads/a/b" })).ref).toEqual({
      kind: "branch",
      name: "a/b",
    });
    expect((await contextOf("push", {}, { GITHUB_REF: "refs/pull/7/merge" })).pullRequest).toBe(7);
  });
});

test.each([
  ["https://example.org/acme/tool.git", "acme/tool"],
  ["https://user:pass@example.org:8443/acme/tool/", "acme/tool"],
  ["https://example.org/group/sub/tool", "sub/tool"],
  ["ssh://git@example.org:2222/acme/my.tool.git", "acme/my.tool"],
  ["git@example.org:acme/tool.git", "acme/tool"],
  ["example.org:acme/tool", "acme/tool"],
  ["git://example.org/acme/tool", "acme/tool"],
  ["/srv/git/acme/tool.git", null],
  ["../tool", null],
  ["C:/work/acme/tool", null],
  ["file:///srv/git/acme/tool", null],
  ["https://example.org/tool", null],
  ["https://example.org/acme/..", null],
  ["https://example.org/a b/tool", null],
  ["", null],
])("the repository of the remote %s is %s", (address, name) => {
  const found = repositoryOfRemote(address);
  expect(found && `${found.owner}/${found.repo}`).toBe(name);
});

/** Only root can make a folder that belongs to another user. */
const asRoot = process.getuid?.() === 0 ? test : test.skip;

asRoot("a repository of another user is explained (needs root)", async () => {
  writeFileSync(join(directory, "no-config"), "");
  execFileSync("chown", ["-R", "12345:12345", directory]);
  const { sha } = await forgeVariables({ environment, context: await local(), directory, needCommitCount: false });
  execFileSync("chown", ["-R", "0:0", directory]);
  expect(sha).toEqual({ missing: expect.stringMatching(/belongs to another user .*safe\.directory.*set FORGE_SHA/) });
});
