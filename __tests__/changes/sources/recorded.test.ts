import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { Change, ChangeQuery } from "../../../src/changes/model.js";
import { openSource, type RecordedOptions } from "../../../src/changes/sources/index.js";
import { changeInfo } from "../support/fake-gerrit.js";
import { account, approval, patchSet, record, stats } from "../support/gerrit-record.js";
import { exampleOf } from "../support/github-description.js";
import { checkRun, issueComment, lineComment, pull, review, sha, status, user } from "../support/github-pull.js";
import { changesOf, common, newFolder, queryOf } from "../support/source.js";

const ALL = { statuses: ["open", "merged", "closed"] } as const;

function recorded(...lines: unknown[]): RecordedOptions {
  const file = join(newFolder(), "changes.jsonl");
  writeFileSync(file, lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"));
  return { ...common(), kind: "recorded", file };
}

const read = (lines: unknown[], query: Partial<ChangeQuery> = ALL) => changesOf(recorded(...lines), query);

const current = (change: Change | undefined) =>
  change?.versions.at(-1)?.votes.map(({ column, value }) => `${column} ${value}`) ?? [];

describe("pull requests with what belongs to them embedded", () => {
  test("as the lists that the API gives", async () => {
    const [change] = await read([
      {
        ...pull(7, { head: { sha: sha("b") } }),
        reviews: [
          review("ann", "APPROVED", { commit_id: sha("b"), author_association: "MEMBER" }),
          review("bob", "CHANGES_REQUESTED", { commit_id: sha("a"), submitted_at: "2026-03-01T11:00:00Z" }),
        ],
        check_runs: [checkRun("test", "failure", { head_sha: sha("b"), started_at: "2026-03-02T08:00:00Z" })],
        statuses: [status("ci", "success", { url: `https://api.github.com/repos/octo/hello/statuses/${sha("b")}` })],
        comments: [
          issueComment("cat", "Oh."),
          lineComment("cat", "Here.", { original_commit_id: sha("a"), path: "a.py", line: 3 }),
        ],
        files: [{ filename: "a.py" }],
      },
    ]);
    expect(change).toMatchObject({
      number: 7,
      project: "octo/hello",
      branch: "main",
      owner: { login: "author" },
      files: ["a.py"],
    });
    expect(
      change?.versions.map(({ sha, votes }) => [sha?.[0], votes.map(({ column, value }) => `${column} ${value}`)]),
    ).toEqual([
      ["a", ["reviews -1"]],
      ["b", ["tests -1", "tests 1", "reviews 2"]],
    ]);
    expect(change?.comments.map(({ text, version, line }) => [text, version, line])).toEqual([
      ["", 1, null],
      ["Oh.", null, null],
      ["Here.", 1, 3],
      ["", 2, null],
    ]);
  });

  test("as the objects that wrap them, and from the answer for a single one, where some are counts", async () => {
    const [change] = await read([
      {
        ...exampleOf("pull-request"),
        ...pull(8),
        comments: 10,
        review_comments: 3,
        check_runs: { total_count: 1, check_runs: [checkRun("test", "success")] },
        statuses: { ...exampleOf("combined-commit-status"), sha: sha("a"), statuses: [status("ci", "failure")] },
      },
    ]);
    expect([current(change), change?.comments]).toEqual([["tests 1", "tests -1"], []]);
  });

  test("of a context that is there several times the latest counts, wherever it stands", async () => {
    const [change] = await read([
      {
        ...pull(1),
        statuses: [
          status("ci", "success", { updated_at: "2026-03-01T12:00:00Z" }),
          status("ci", "pending", { updated_at: "2026-03-01T10:30:00Z" }),
          status("ci", "failure", { updated_at: "2026-03-01T11:00:00Z" }),
        ],
      },
    ]);
    expect(current(change)).toEqual(["tests 1"]);
  });

  test("with next to nothing in them", async () => {
    const [change] = await read([{ number: 3, state: "open", created_at: "2026-01-01T00:00:00Z" }]);
    expect(change).toMatchObject({
      number: 3,
      status: "open",
      url: "",
      owner: null,
      subject: "",
      updated: Date.parse("2026-01-01T00:00:00Z"),
      versions: [{ number: 1, sha: null, votes: [] }],
    });
  });

  test("what is open is open, also with the times of one that was merged", async () => {
    const [change] = await read([exampleOf("pull-request")]);
    expect(change).toMatchObject({ number: 1347, status: "open", ended: null });
  });

  test("fields of another kind than they should be are as good as missing", async () => {
    const strange = {
      reviews: "none",
      check_runs: [null, 4, []],
      labels: [null, 5, { name: 7 }],
      user: [],
      head: "x",
      title: { a: 1 },
      requested_reviewers: [user("ann"), null],
    };
    const [change] = await read([{ ...pull(4), ...strange }]);
    expect(change).toMatchObject({
      owner: null,
      subject: "",
      versions: [{ votes: [] }],
      reviewers: [{ login: "ann" }],
    });
  });
});

describe("links", () => {
  test.each(["javascript:alert(1)", "data:text/html,x", "https://user:pass@github.com/x", "//x", " "])(
    "%s is none",
    async (html_url) => {
      expect((await read([{ ...pull(1), html_url }]))[0]?.url).toBe("");
      expect((await read([record(1, { url: html_url })]))[0]?.url).toBe("");
    },
  );
});

test("each line may be of another system, in one file", async () => {
  const changes = await read([
    record(1, { number: "1", patchSets: [patchSet(1, { approvals: [approval("Code-Review", -2, account("ann"))] })] }),
    stats(1),
    "",
    pull(2),
    ")]}'",
    changeInfo(3, { status: "MERGED" }),
    record(4, { status: "ABANDONED", open: false, owner: undefined, patchSets: undefined }),
    "",
  ]);
  expect(changes.map(({ number, status, project }) => [number, status, project])).toEqual([
    [1, "open", "tools/forge"],
    [2, "open", "octo/hello"],
    [3, "merged", "tools/forge"],
    [4, "closed", "tools/forge"],
  ]);
  expect(current(changes[0])).toEqual(["reviews -2"]);
  expect(changes[3]?.versions).toHaveLength(1);
});

test("only what the query asks for", async () => {
  const lines = [
    pull(1),
    pull(2, { state: "closed", closed_at: "2026-03-03T00:00:00Z" }),
    record(3),
    pull(4, { updated_at: "2026-04-01T00:00:00Z" }),
  ];
  const numbers = async (query: Partial<ChangeQuery>) => (await read(lines, query)).map(({ number }) => number);
  expect(await numbers({})).toEqual([1, 3, 4]);
  expect(await numbers({ statuses: ["closed"] })).toEqual([2]);
  expect(await numbers({ projects: ["octo/hello"] })).toEqual([1, 4]);
  expect(await numbers({ updatedSince: Date.parse("2026-03-15T00:00:00Z") })).toEqual([4]);
  expect(await numbers({ ...ALL, number: 2 })).toEqual([2]);
});

describe("a line that is no change", () => {
  test.each([
    ["{", "not JSON"],
    ["[1]", "not a JSON object"],
    ['"text"', "not a JSON object"],
    ['{"a":1}', "neither a pull request of GitHub nor a change of Gerrit"],
    ['{"type":"error","message":"no \\u001b[31msuch"}', "Gerrit said: no \\x1b[31msuch"],
    ['{"number":"x","project":"p"}', "a change without a `number`"],
  ])("%s is told with its place", async (line, said) => {
    const options = recorded(pull(1), line, pull(2));
    const failure = await changesOf(options, ALL).catch((error) => error);
    expect(failure).toMatchObject({ name: "UsageError", code: "bad-changes" });
    expect(failure.message).toContain(`${options.file}:2: ${said}`);
    expect(failure.message).not.toContain("\u001b");
  });
});

test("a file that is not there, and one that is a folder", async () => {
  const folder = newFolder();
  mkdirSync(join(folder, "sub"));
  const options = (name: string): RecordedOptions => ({ ...common(), kind: "recorded", file: join(folder, name) });
  await expect(changesOf(options("none"))).rejects.toMatchObject({
    name: "UsageError",
    message: expect.stringContaining("there is no such file") as unknown,
  });
  await expect(changesOf(options("sub"))).rejects.toMatchObject({
    name: "UsageError",
    message: expect.stringContaining("it is a directory") as unknown,
  });
});

test("lines and characters that are split between two pieces of the file, and its last line without an end", async () => {
  const subject = "ä€😀".repeat(200_000);
  const changes = await read([`\ufeff${JSON.stringify(record(1, { subject }))}\r`, record(2, { subject })]);
  expect(changes.map((change) => change.subject === subject)).toEqual([true, true]);
});

test("5,000 changes, one after the other", async () => {
  const lines = Array.from({ length: 5000 }, (_, index) => ({
    ...pull(index + 1, { head: { sha: sha(index + 1) } }),
    reviews: [review("ann", "APPROVED", { commit_id: sha(index + 1) })],
  }));
  const source = await openSource(recorded(...lines));
  let count = 0;
  for await (const change of source.changes(queryOf(), new AbortController().signal)) {
    count++;
    expect(change.number).toBe(count);
  }
  expect(count).toBe(5000);
  expect(source.watch).toBeNull();
});

test("is ended when the caller gives up", async () => {
  const giving = new AbortController();
  const source = await openSource(recorded(...Array.from({ length: 3000 }, (_, index) => pull(index + 1))));
  const reading = (async () => {
    for await (const { number } of source.changes(queryOf(), giving.signal))
      if (number === 10) giving.abort(new Error("enough"));
  })();
  await expect(reading).rejects.toThrow("enough");
});
