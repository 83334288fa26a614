import { describe, expect, test } from "@jest/globals";
import type { Change, Vote } from "../../../src/changes/model.js";
import type { GithubOptions } from "../../../src/changes/sources/index.js";
import type { Recorded } from "../support/fake-github.js";
import { checkRun, issueComment, lineComment, pull, review, sha, status } from "../support/github-pull.js";
import { githubForEach, githubSetup } from "../support/github-source.js";
import { changesOf } from "../support/source.js";

const github = githubForEach();

const options = (changed: Partial<GithubOptions> = {}): GithubOptions => githubSetup(github, changed).options;

const serve = (...all: Recorded[]): void => void github.repositories.set("octo/hello", all);

async function theOne(recorded: Recorded, parts: ("votes" | "comments" | "files")[] = ["votes"]): Promise<Change> {
  serve(recorded);
  const [change] = await changesOf(options(), { with: new Set(parts) });
  if (change === undefined) throw new Error("nothing came");
  return change;
}

const short = (votes: readonly Vote[] = []): string[] =>
  votes.map(({ column, value, by }) => `${column} ${value > 0 ? "+" : ""}${value}${by === null ? "" : ` ${by.login}`}`);

const current = (change: Change): string[] => short(change.versions.at(-1)?.votes);

describe("votes", () => {
  test.each([
    ["success", 1],
    ["failure", -1],
    ["timed_out", -1],
    ["cancelled", -1],
    ["action_required", -1],
    ["skipped", 0],
    ["neutral", 0],
    [null, 0],
  ])("a check run that ended with %s counts %d", async (conclusion, value) => {
    const change = await theOne({ pull: pull(1), checks: [checkRun("test", conclusion)] });
    expect(change.versions[0]?.votes.map((vote) => vote.value)).toEqual(value === 0 ? [] : [value]);
  });

  test.each([
    ["success", 1],
    ["failure", -1],
    ["error", -1],
    ["pending", 0],
  ])("a status %s counts %d", async (state, value) => {
    const change = await theOne({ pull: pull(1), statuses: [status("ci", state)] });
    expect(change.versions[0]?.votes.map((vote) => vote.value)).toEqual(value === 0 ? [] : [value]);
  });

  test("of a check that ran twice the later run counts, and of two apps with one name both do", async () => {
    const first = checkRun("test", "failure");
    const second = checkRun("test", "success", { started_at: "2026-03-01T11:00:00Z" });
    const other = checkRun("test", "failure", { app: { ...first.app, id: 99 } });
    expect(current(await theOne({ pull: pull(1), checks: [second, first, other] }))).toEqual(["tests +1", "tests -1"]);
  });

  test("each reviewer's latest review that decides counts, twice as much from those who belong to the project", async () => {
    const change = await theOne({
      pull: pull(1),
      reviews: [
        review("ann", "CHANGES_REQUESTED", { submitted_at: "2026-03-02T01:00:00Z", author_association: "MEMBER" }),
        review("ann", "APPROVED", { submitted_at: "2026-03-02T02:00:00Z", author_association: "MEMBER" }),
        review("ann", "COMMENTED", { submitted_at: "2026-03-02T03:00:00Z", author_association: "MEMBER" }),
        review("bob", "CHANGES_REQUESTED", { author_association: "CONTRIBUTOR" }),
        review("cat", "CHANGES_REQUESTED", { author_association: "OWNER" }),
        review("dan", "APPROVED", { submitted_at: "2026-03-02T01:00:00Z", author_association: "COLLABORATOR" }),
        review("dan", "DISMISSED", { submitted_at: "2026-03-02T02:00:00Z", author_association: "COLLABORATOR" }),
      ],
    });
    expect(current(change)).toEqual(["reviews +2 ann", "reviews -1 bob", "reviews -2 cat"]);
    expect(change.reviewers.map(({ login }) => login)).toEqual(["ann", "bob", "cat", "dan"]);
  });

  test.each([
    [{ draft: true }, ["workflow -1"]],
    [{ labels: ["WIP"] }, ["workflow -1"]],
    [{ labels: ["Work in progress"] }, ["workflow -1"]],
    [{ labels: ["do-not-merge"] }, ["workflow -1"]],
    [{ labels: ["wiper", "bug"] }, []],
    [{ auto_merge: "on" }, ["workflow +1"]],
    [{ auto_merge: "on", draft: true }, ["workflow -1", "workflow +1"]],
  ])("workflow of %j", async ({ labels, auto_merge, ...others }: Record<string, unknown>, expected) => {
    const [example] = pull(1).labels.concat([
      { id: 1, node_id: "x", url: "https://x", color: "f00", default: false, description: "" },
    ]);
    const fields = {
      ...others,
      ...(labels ? { labels: (labels as string[]).map((name) => ({ ...example, name })) } : {}),
      ...(auto_merge
        ? { auto_merge: { enabled_by: pull(1).user, merge_method: "squash", commit_title: "t", commit_message: "m" } }
        : {}),
    };
    expect(current(await theOne({ pull: pull(1, fields) }))).toEqual(expected);
  });

  test("a pull request in the merge queue is on its way", async () => {
    github.queue.push(`refs/heads/gh-readonly-queue/main/pr-1-${sha("b")}`);
    serve({ pull: pull(1) }, { pull: pull(2, { head: { sha: sha("c") } }) });
    const changes = await changesOf(options());
    expect(changes.map((change) => [change.number, current(change)])).toEqual([
      [1, ["workflow +1"]],
      [2, []],
    ]);
  });
});

describe("versions", () => {
  test("without reviews and checks there is one, as old as the pull request", async () => {
    const change = await theOne({ pull: pull(1) });
    expect(change.versions).toEqual([
      { number: 1, sha: sha("a"), created: Date.parse("2026-03-01T10:00:00Z"), votes: [] },
    ]);
  });

  test("after a force-push old reviews stay with the commit that they were about", async () => {
    const change = await theOne({
      pull: pull(1, { head: { sha: sha("c") } }),
      reviews: [
        review("ann", "APPROVED", { commit_id: sha("b"), submitted_at: "2026-03-01T18:00:00Z" }),
        review("bob", "APPROVED", { commit_id: sha("a"), submitted_at: "2026-03-01T12:00:00Z" }),
        review("cat", "APPROVED", { commit_id: null }),
      ],
      checks: [checkRun("test", "success", { head_sha: sha("c"), started_at: "2026-03-02T07:00:00Z" })],
    });
    expect(
      change.versions.map(({ sha, created, votes }) => [sha?.[0], new Date(created).toISOString(), short(votes)]),
    ).toEqual([
      ["a", "2026-03-01T10:00:00.000Z", ["reviews +1 bob"]],
      ["b", "2026-03-01T18:00:00.000Z", ["reviews +1 ann"]],
      ["c", "2026-03-02T07:00:00.000Z", ["tests +1"]],
    ]);
  });

  test("the present commit comes last also where a review of an older one is later than all of its own", async () => {
    const change = await theOne({
      pull: pull(1),
      reviews: [review("ann", "APPROVED", { commit_id: sha("b"), submitted_at: "2026-03-04T00:00:00Z" })],
      checks: [checkRun("test", "success")],
    });
    expect(change.versions.map(({ sha }) => sha?.[0])).toEqual(["b", "a"]);
    expect(change.versions[1]?.created).toBeGreaterThanOrEqual(change.versions[0]?.created ?? 0);
  });
});

test("a deleted account is GitHub's ghost, and unknown fields and labels are no errors", async () => {
  const change = await theOne(
    {
      pull: pull(1, { user: null, new_thing: { deep: [1] } }),
      reviews: [review(null, "APPROVED")],
      comments: [issueComment(null, "hm")],
    },
    ["votes", "comments"],
  );
  github.faults.length = 0; // The description knows no deleted author.
  expect(change.owner?.login).toBe("ghost");
  expect(current(change)).toEqual(["reviews +1 ghost"]);
  expect(change.comments.map(({ by }) => by?.login)).toEqual(["ghost", "ghost"]);
});

test("comments: reviews, the conversation and the lines, in order, with the version that they are on", async () => {
  const change = await theOne(
    {
      pull: pull(1, { head: { sha: sha("b") } }),
      reviews: [
        review("ann", "CHANGES_REQUESTED", { body: "No.", submitted_at: "2026-03-01T14:00:00Z" }),
        review("ann", "COMMENTED", { submitted_at: "2026-03-01T13:00:00Z" }),
      ],
      comments: [issueComment("bob", "Well?")],
      lineComments: [
        lineComment("ann", "Here", { original_commit_id: sha("a"), commit_id: sha("b"), path: "a.py", line: 7 }),
      ],
      files: ["a.py", "b/c.py"],
    },
    ["comments", "files"],
  );
  expect(
    change.comments.map(({ by, text, version, file, line, voted }) => [by?.login, text, version, file, line, voted]),
  ).toEqual([
    ["bob", "Well?", null, null, null, false],
    ["ann", "Here", 1, "a.py", 7, false],
    ["ann", "No.", 1, null, null, true],
  ]);
  expect(change.files).toEqual(["a.py", "b/c.py"]);
});
