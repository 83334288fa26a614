import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { forgeVariables, type GithubContext, readGithubContext } from "../../src/github/index.js";
import { contextOf, example } from "./events.js";

const root = mkdtempSync(join(tmpdir(), "forgexec-count-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Nothing of the user's or the machine's git. */
const environment: Record<string, string> = {
  ...(Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(GIT|GITHUB|FORGE)_/.test(name))) as Record<
    string,
    string
  >),
  HOME: root,
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: join(root, "gitconfig"),
};

function git(cwd: string, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always"];
  return execFileSync("git", [...identity, ...args], {
    cwd,
    env: environment,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
}

/** Commits of one moment are the same commit unless their messages differ. */
let messages = 0;

function commit(cwd: string, count: number): void {
  for (const last = messages + count; messages < last; messages += 1)
    git(cwd, "commit", "--quiet", "--allow-empty", "--message", `commit ${messages}`);
}

const local = (): Promise<GithubContext> => readGithubContext({}, async () => "");

async function count(
  directory: string,
  options: { context?: GithubContext; environment?: Record<string, string> } = {},
) {
  const context = options.context ?? (await local());
  const variables = { ...environment, ...options.environment };
  return (await forgeVariables({ environment: variables, context, directory, needCommitCount: true })).commitCount;
}

/** main has 4 commits; feature adds 3 to its third. */
const origin = join(root, "origin");
beforeAll(() => {
  mkdirSync(origin);
  git(origin, "init", "--quiet", "--initial-branch=main");
  commit(origin, 3);
  git(origin, "switch", "--quiet", "--create", "feature");
  commit(origin, 3);
  git(origin, "switch", "--quiet", "main");
  commit(origin, 1);
});

let clones = 0;
function clone(...args: readonly string[]): string {
  clones += 1;
  const directory = join(root, `clone-${clones}`);
  git(root, "clone", "--quiet", ...args, pathToFileURL(origin).href, directory);
  return directory;
}

describe("counted with git", () => {
  test("a branch against the base", async () => {
    expect(await count(clone("--branch", "feature"))).toEqual({ value: "3" });
  });

  test("the base branch itself: all its commits", async () => {
    const directory = clone();
    expect(await count(directory)).toEqual({ value: "4" });
    commit(directory, 2);
    expect(await count(directory)).toEqual({ value: "6" });
  });

  test("a tag's checkout on the base branch: all its commits", async () => {
    const directory = clone();
    git(directory, "checkout", "--quiet", "--detach", "HEAD~1");
    expect(await count(directory)).toEqual({ value: "3" });
  });

  test("a new branch without commits of its own", async () => {
    const directory = clone();
    git(directory, "switch", "--quiet", "--create", "new");
    expect(await count(directory)).toEqual({ value: "0" });
  });

  test("a repository with one branch of any name, and no remote", async () => {
    const directory = join(root, "trunk");
    mkdirSync(join(directory, "below"), { recursive: true });
    git(directory, "init", "--quiet", "--initial-branch=trunk");
    commit(directory, 2);
    expect(await count(join(directory, "below"))).toEqual({ value: "2" });
  });

  test("against GITHUB_BASE_REF, from GitHub's merge of a pull request", async () => {
    const directory = clone();
    git(directory, "checkout", "--quiet", "--detach", "origin/main");
    git(directory, "merge", "--quiet", "--no-ff", "--message", "merge", "origin/feature");
    const context = await contextOf("pull_request", {}, { GITHUB_BASE_REF: "main", GITHUB_REF: "refs/pull/7/merge" });
    expect(await count(directory, { context })).toEqual({ value: "3" });
  });

  test("regardless of the variables of a hook that runs it", async () => {
    const directory = clone("--branch", "feature");
    expect(await count(directory, { environment: { GIT_DIR: "/nowhere", GIT_WORK_TREE: "/nowhere" } })).toEqual({
      value: "3",
    });
  });
});

describe("not to be had", () => {
  test("in a shallow clone of the base branch", async () => {
    expect(await count(clone("--depth", "1"))).toEqual({ missing: expect.stringContaining("fetch-depth: 0") });
  });

  test("in a shallow clone that has no base", async () => {
    expect(await count(clone("--depth", "1", "--branch", "feature"))).toEqual({
      missing: expect.stringContaining("fetch-depth: 0"),
    });
  });

  test("in a shallow clone that does not reach the base, and to be had in one that does", async () => {
    const short = clone("--depth", "2", "--no-single-branch", "--branch", "feature");
    expect(await count(short)).toEqual({
      missing: expect.stringMatching(/does not reach the base branch main; .*fetch-depth: 0/),
    });
    const long = clone("--depth", "4", "--no-single-branch", "--branch", "feature");
    expect(await count(long)).toEqual({ value: "3" });
  });

  test("in a shallow clone with a merge since the base, where more may be hidden", async () => {
    const directory = clone("--depth", "4", "--no-single-branch", "--branch", "feature");
    git(directory, "switch", "--quiet", "--create", "other", "HEAD~1");
    commit(directory, 1);
    git(directory, "merge", "--quiet", "--message", "merge", "feature");
    expect(await count(directory)).toEqual({ missing: expect.stringContaining("fetch-depth: 0") });
  });

  test("outside a repository", async () => {
    const directory = join(root, "none");
    mkdirSync(directory);
    expect(await count(directory)).toEqual({
      missing: expect.stringMatching(/not in a git repository; set FORGE_COMMIT_COUNT/),
    });
  });

  test("in a repository without commits", async () => {
    const directory = join(root, "empty");
    mkdirSync(directory);
    git(directory, "init", "--quiet");
    expect(await count(directory)).toEqual({ missing: expect.stringMatching(/no commit yet; set FORGE_COMMIT_COUNT/) });
  });

  test("without git", async () => {
    expect(await count(origin, { environment: { PATH: root, Path: root } })).toEqual({
      missing: expect.stringMatching(/git is not installed; set FORGE_COMMIT_COUNT/),
    });
  });

  test("when the histories have nothing in common", async () => {
    const directory = clone();
    git(directory, "switch", "--quiet", "--orphan", "island");
    commit(directory, 1);
    expect(await count(directory)).toEqual({ missing: expect.stringContaining("no commit in common") });
  });

  test("against a base that the event names and nobody fetched", async () => {
    const context = await contextOf(
      "pull_request",
      {},
      { GITHUB_BASE_REF: "--upload-pack=x", GITHUB_REF: "refs/pull/7/merge" },
    );
    expect(await count(clone(), { context })).toEqual({ missing: expect.stringContaining("--upload-pack=x") });
  });
});

test("a repository whose configuration would have git fetch what is missing by a program runs nothing", async () => {
  const directory = join(root, "hostile");
  const trace = join(root, "it-ran");
  mkdirSync(directory);
  git(directory, "init", "--quiet", "--initial-branch=main");
  writeFileSync(join(directory, ".git", "refs", "heads", "main"), `${"1".repeat(40)}\n`);
  const settings = {
    "core.repositoryFormatVersion": "1",
    "extensions.partialClone": "origin",
    "remote.origin.promisor": "true",
    "remote.origin.url": `ext::touch ${trace}`,
    "protocol.allow": "always",
    "protocol.ext.allow": "always",
  };
  for (const [name, value] of Object.entries(settings)) git(directory, "config", name, value);
  await count(directory);
  expect(existsSync(trace)).toBe(false);
  // What the test is about: git by itself does run it.
  expect(() => git(directory, "rev-parse", "--verify", "HEAD^{commit}")).toThrow();
  expect(existsSync(trace)).toBe(true);
});

describe("told", () => {
  test("by FORGE_COMMIT_COUNT before all else", async () => {
    const context = await contextOf("pull_request", example("pull_request"));
    expect(await count(origin, { context, environment: { FORGE_COMMIT_COUNT: "42" } })).toEqual({ value: "42" });
  });

  test("by the pull request event before git, of which nothing is asked", async () => {
    const payload = example("pull_request");
    payload.pull_request.commits = 11;
    const context = await contextOf("pull_request", payload);
    expect(await count(root, { context, environment: { PATH: root } })).toEqual({ value: "11" });
  });

  test.each(["-1", "1.5", "many", "1e3", "0x10"])('as "%s", which is an error', async (text) => {
    const counted = count(origin, { environment: { FORGE_COMMIT_COUNT: text } });
    await expect(counted).rejects.toMatchObject({ name: "UsageError", code: "invalid-commit-count" });
  });

  test("as nothing, which counts as not told", async () => {
    expect(await count(clone(), { environment: { FORGE_COMMIT_COUNT: " " } })).toEqual({ value: "4" });
  });
});

writeFileSync(join(root, "gitconfig"), "");
