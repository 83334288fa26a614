import { readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import { POLICY_TABLE, packageCacheUse, policyFor, policyRow, readGithubContext } from "../../src/github/index.js";
import { contextOf, type Example, example, FORK } from "./events.js";

const isBranch = (payload: Example) => payload.ref?.startsWith("refs/heads/");
const isTag = (payload: Example) => payload.ref?.startsWith("refs/tags/");

function pullRequest(change: (payload: Example) => void = () => {}): Example {
  const payload = example("pull_request");
  change(payload);
  return payload;
}

function workflowRun(event: string, change: (payload: Example) => void = () => {}): Example {
  const payload = example("workflow_run");
  payload.workflow_run.event = event;
  payload.workflow_run.head_repository = payload.repository;
  change(payload);
  return payload;
}

const fromFork = (payload: Example) => {
  payload.pull_request.head.repo = { ...payload.pull_request.head.repo, ...FORK };
};
const fromDeletedFork = (payload: Example) => {
  payload.pull_request.head.repo = null;
};

type Case = readonly [string, keyof typeof POLICY_TABLE, string, unknown, Readonly<Record<string, string>>?];

const CASES: readonly Case[] = [
  ["push to a branch", "trusted", "push", example("push", isBranch), { GITHUB_REF: "refs/heads/master" }],
  ["push to a branch, told by the payload", "trusted", "push", example("push", isBranch)],
  ["push of a tag", "release", "push", example("push", isTag), { GITHUB_REF: "refs/tags/simple-tag" }],
  ["push of a tag, told by the payload", "release", "push", example("push", isTag)],
  [
    "push of a tag called like a branch",
    "release",
    "push",
    {},
    { GITHUB_REF: "refs/tags/heads/main", GITHUB_REF_TYPE: "tag" },
  ],
  ["push of nothing that is known", "unknown", "push", {}],
  ["schedule", "trusted", "schedule", { schedule: "0 3 * * *" }],
  ["workflow_dispatch", "trusted", "workflow_dispatch", example("workflow_dispatch")],
  ["repository_dispatch", "trusted", "repository_dispatch", example("repository_dispatch")],
  ["merge_group", "trusted", "merge_group", example("merge_group")],
  ["pull_request, same repository", "pullRequest", "pull_request", pullRequest()],
  ["pull_request from a fork", "fork", "pull_request", pullRequest(fromFork)],
  ["pull_request from a deleted fork", "fork", "pull_request", pullRequest(fromDeletedFork)],
  ["pull_request that does not say where from", "fork", "pull_request", {}],
  ["pull_request_target, same repository", "privileged", "pull_request_target", pullRequest()],
  ["pull_request_target from a fork", "privileged", "pull_request_target", pullRequest(fromFork)],
  [
    "workflow_run from a fork",
    "privileged",
    "workflow_run",
    example("workflow_run", ({ workflow_run, repository }) => workflow_run.head_repository.id !== repository.id),
  ],
  [
    "workflow_run from a deleted fork",
    "privileged",
    "workflow_run",
    workflowRun("push", (payload) => {
      payload.workflow_run.head_repository = null;
    }),
  ],
  ["workflow_run after a push", "followUp", "workflow_run", workflowRun("push")],
  ["workflow_run after a schedule", "followUp", "workflow_run", workflowRun("schedule")],
  ["workflow_run after a pull request", "followUpPullRequest", "workflow_run", workflowRun("pull_request")],
  ["workflow_run after a comment", "privileged", "workflow_run", workflowRun("issue_comment")],
  ["workflow_run after pull_request_target", "privileged", "workflow_run", workflowRun("pull_request_target")],
  ["issue_comment", "privileged", "issue_comment", example("issue_comment")],
  ["release", "release", "release", example("release"), { GITHUB_REF: "refs/tags/v1" }],
  ["pull_request_review", "unknown", "pull_request_review", example("pull_request_review")],
  ["an event of later years", "unknown", "moon_landing", {}],
  ["a missing payload", "unknown", "push", undefined, { GITHUB_REF: "refs/heads/main" }],
  ["a damaged payload", "unknown", "workflow_dispatch", '{"ref": "refs/he'],
  ["a payload that is no object", "unknown", "workflow_dispatch", "[]"],
];

describe("the row of", () => {
  test.each(CASES)("%s is %s", async (...[, row, event, payload, variables]: Case) => {
    expect(policyRow(await contextOf(event, payload, variables))).toBe(row);
  });

  test("every row is reached by a case, or is that of a laptop", () => {
    expect(new Set([...CASES.map(([, row]) => row), "local"])).toEqual(new Set(Object.keys(POLICY_TABLE)));
  });

  test("a machine without GitHub, and of a runner that does not say its event", async () => {
    const none = async () => "";
    expect(policyRow(await readGithubContext({ HOME: "/root", CI: "true" }, none))).toBe("local");
    expect(policyRow(await readGithubContext({ GITHUB_ACTIONS: "true" }, none))).toBe("unknown");
    expect(policyRow(await readGithubContext({ GITHUB_EVENT_NAME: "push" }, none))).toBe("unknown");
  });
});

describe("what is allowed", () => {
  test("to a push: everything", async () => {
    const policy = policyFor(await contextOf("push", example("push", isBranch)));
    expect(policy).toEqual({
      staging: "allowed",
      production: "allowed",
      decryption: "allowed",
      idToken: "allowed",
      packageCache: "read-write",
    });
  });

  test("to a pull request: staging, not production", async () => {
    expect(policyFor(await contextOf("pull_request", pullRequest()))).toEqual({
      staging: "allowed",
      production: { refused: "a pull request may not deploy to production (event: pull_request)." },
      decryption: "allowed",
      idToken: "allowed",
      packageCache: "read-write",
    });
  });

  test("to a fork's: to read the cache, no more", async () => {
    expect(policyFor(await contextOf("pull_request", pullRequest(fromFork)))).toEqual({
      staging: { refused: "a pull request from a fork may not deploy (event: pull_request)." },
      production: { refused: "a pull request from a fork may not deploy (event: pull_request)." },
      decryption: { refused: "a pull request from a fork may not decrypt values (event: pull_request)." },
      idToken: { refused: "a pull request from a fork may not use an OIDC token (event: pull_request)." },
      packageCache: "read-only",
    });
  });

  test.each(["execute", "staging", "production", "all"] as const)("to stage %s: the cache", async (stage) => {
    const laptop = await readGithubContext({}, async () => "");
    expect(packageCacheUse(laptop, stage)).toBe("read-write");
    const push = await contextOf("push", example("push", isBranch));
    expect(packageCacheUse(push, stage)).toBe(stage === "execute" ? "read-write" : "off");
    const release = await contextOf("release", example("release"));
    expect(packageCacheUse(release, stage)).toBe("off");
  });
});

test("docs/secrets.md shows the same table", async () => {
  const docs = await readFile(new URL("../../docs/secrets.md", import.meta.url), "utf8");
  const cache = { "read-write": "read and write", "read-only": "read only", off: "off" };
  const deploy = { allowed: "allowed", "staging only": "staging allowed, production refused", refused: "refused" };
  const rows = Object.values(POLICY_TABLE).map(
    (row) => `| ${row.event} | ${cache[row.packageCache]} | ${deploy[row.deploy]} |`,
  );
  const shown = docs.split(/\r?\n/).filter((line) => /^\| .* \| (read|off)/.test(line));
  expect(shown).toEqual(rows);
});
