import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Change } from "../../../src/changes/model.js";
import { type GerritOptions, openSource } from "../../../src/changes/sources/index.js";
import { changeInfo, FakeGerrit, restAccount } from "../support/fake-gerrit.js";
import { changesOf, common, newFolder, queryOf } from "../support/source.js";

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

const [ann, bob, ci] = [restAccount(1, "ann"), restAccount(2, "bob"), restAccount(3, "zuul")];

const twoSets = changeInfo(4247, {
  topic: "speed",
  current_revision: "b".repeat(40),
  revisions: {
    ["b".repeat(40)]: {
      _number: 2,
      created: "2026-03-02 08:00:00.000000000",
      commit: { message: "Change\n\nAll of it." },
    },
    ["a".repeat(40)]: { _number: 1, created: "2026-03-01 09:59:32.126000000" },
    ["e".repeat(40)]: { _number: "edit", created: "2026-03-03 08:00:00.000000000" },
  },
  labels: {
    "Code-Review": {
      approved: ann,
      all: [
        { ...ann, value: 2, date: "2026-03-02 09:00:00.000000000" },
        { ...bob, value: 0 },
      ],
      values: { "-2": "Do not submit", "+2": "Approved" },
    },
    Verified: { all: [{ ...ci, value: -1, date: "2026-03-02 08:30:00.000000000" }] },
    "Library-Compliance": { all: [{ ...bob, value: 1, date: "2026-03-02 08:30:00.000000000" }] },
  },
  messages: [
    {
      id: "1",
      author: restAccount(1000, "author"),
      date: "2026-03-01 09:59:32.000000000",
      message: "Uploaded patch set 1.",
      _revision_number: 1,
    },
    {
      id: "2",
      author: bob,
      date: "2026-03-01 12:00:00.000000000",
      message: "Patch Set 1: Code-Review-1\n\n(1 comment)\n\nNot yet: Code-Review+2",
      _revision_number: 1,
    },
    {
      id: "3",
      author: ci,
      date: "2026-03-01 12:10:00.000000000",
      message: "Patch Set 1: Verified+1\n\nBuild succeeded.",
      _revision_number: 1,
    },
    {
      id: "4",
      author: ann,
      date: "2026-03-01 12:20:00.000000000",
      message: "Patch Set 1: Code-Review+1 Workflow+1",
      _revision_number: 1,
    },
    {
      id: "5",
      author: ann,
      date: "2026-03-01 12:30:00.000000000",
      message: "Patch Set 1: -Code-Review",
      _revision_number: 1,
    },
    {
      id: "6",
      author: restAccount(1000, "author"),
      date: "2026-03-02 08:00:00.000000000",
      message: "Uploaded patch set 2.",
      _revision_number: 2,
    },
    { id: "7", date: "2026-03-02 09:00:00.000000000", message: "Patch Set 2: Cherry Picked", _revision_number: 2 },
  ],
});

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

describe("what is asked", () => {
  test("the query, the options that the report needs, and pages from where the last one ended", async () => {
    gerrit.changes = Array.from({ length: 95 }, (_, index) => changeInfo(index + 1));
    gerrit.limit = 20;
    const projects = ["tools/forge", "odd name", "^libs/.*"];
    const updatedSince = Date.parse("2026-03-01T00:00:00Z");
    const changes = await changesOf(options({ projects, now: () => Date.parse("2026-03-03T12:00:00Z") }), {
      updatedSince,
      statuses: ["open", "merged"],
      with: new Set(["files"]),
    });
    expect(changes.map(({ number }) => number)).toEqual(gerrit.changes.map(({ _number }) => _number));
    const [first] = gerrit.seen;
    expect(first?.url.searchParams.get("q")).toBe(
      '(project:tools/forge OR project:"odd name" OR project:"^libs/.*") (status:open OR status:merged) -age:3d',
    );
    expect(first?.url.searchParams.getAll("o")).toEqual([
      "ALL_REVISIONS",
      "CURRENT_COMMIT",
      "DETAILED_ACCOUNTS",
      "CURRENT_FILES",
    ]);
    // Those under way at the same time may come in any order, and some after the last page.
    const starts = gerrit.seen.map(({ url }) => Number(url.searchParams.get("S"))).sort((a, b) => a - b);
    expect(starts.slice(0, 5)).toEqual([0, 20, 40, 60, 80]);
    expect(starts.length).toBeLessThanOrEqual(8);
    expect(first?.headers.authorization).toBeUndefined();
  });

  test("a server that knows no offsets is not asked for ever", async () => {
    gerrit.changes = [changeInfo(1), changeInfo(2, { _more_changes: true })];
    gerrit.instead = (request) => {
      request.url = request.url?.replace(/S=\d+/, "S=0");
      return false;
    };
    expect(await changesOf(options())).toHaveLength(2);
  });

  test("one change with the comments on its lines", async () => {
    gerrit.changes = [twoSets];
    gerrit.comments.set(4247, {
      "src/a.py": [{ author: bob, patch_set: 1, line: 12, updated: "2026-03-01 12:00:00.000000000", message: "Here." }],
      "/PATCHSET_LEVEL": [{ author: ann, patch_set: 2, updated: "2026-03-02 12:00:00.000000000", message: "Good." }],
    });
    const [change] = await changesOf(options(), { number: 4247, with: new Set(["comments"]) });
    expect(gerrit.seen[0]?.url.searchParams.get("q")).toBe("change:4247");
    expect(
      change?.comments
        .filter(({ text }) => /Here|Good/.test(text))
        .map(({ file, line, version }) => [file, line, version]),
    ).toEqual([
      ["src/a.py", 12, 1],
      [null, null, 2],
    ]);
  });

  test("files of the newest patch set, without Gerrit's own", async () => {
    const sha = "a".repeat(40);
    gerrit.changes = [
      changeInfo(1, {
        current_revision: sha,
        revisions: { [sha]: { _number: 1, files: { "/COMMIT_MSG": { status: "A" }, "a.py": { lines_inserted: 1 } } } },
      }),
    ];
    expect((await changesOf(options(), { with: new Set(["files"]) }))[0]?.files).toEqual(["a.py"]);
  });

  test("as a user under /a/, with a password that stands in no message, name or file", async () => {
    const directory = newFolder();
    gerrit.changes = [changeInfo(1)];
    const login = { user: "me", password: "s3cret" };
    await changesOf(options({ ...login, cache: { directory, mode: "use" } }));
    expect(gerrit.seen[0]?.url.pathname).toBe("/gerrit/a/changes/");
    expect(gerrit.seen[0]?.headers.authorization).toBe(`Basic ${Buffer.from("me:s3cret").toString("base64")}`);
    await changesOf(options({ ...login, cache: { directory, mode: "use" } }));
    expect(gerrit.seen).toHaveLength(1);
    gerrit.instead = (_, response) => {
      response.writeHead(401, { "content-type": "text/plain" }).end("Unauthorized");
      return true;
    };
    const failure = await changesOf(options(login)).catch((error) => error);
    expect(failure).toMatchObject({ name: "UsageError", code: "gerrit-login-refused" });
    expect(failure.message).not.toContain("s3cret");
  });
});

test.each([
  ["ftp://x", "https://"],
  ["nonsense", "https://"],
  ["https://me:pw@x", "user name"],
])("%s is no address", async (url, said) => {
  const failure = await openSource(options({ url })).catch((error) => error);
  expect(failure).toMatchObject({ name: "UsageError", code: "bad-source" });
  expect(failure.message).toContain(said);
  expect(failure.message).not.toContain("pw");
});

test("a project's name can't be more of a query", async () => {
  await expect(changesOf(options({ projects: ['x" OR is:private "'] }))).rejects.toMatchObject({ code: "bad-project" });
  expect(gerrit.seen).toEqual([]);
});

test("a site that asks to go slower is given time", async () => {
  gerrit.changes = [changeInfo(1)];
  const waits: number[] = [];
  gerrit.instead = (_, response) => {
    if (waits.length > 1) return false;
    response.writeHead(429, waits.length === 0 ? { "retry-after": "3" } : {}).end("quota");
    return true;
  };
  const changes = await changesOf(options({ wait: async (ms) => void waits.push(ms) }));
  expect([changes.length, waits]).toEqual([1, [3000, 10_000]]);
});

test("what is no Gerrit is said so", async () => {
  gerrit.instead = (_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<!DOCTYPE html>");
    return true;
  };
  await expect(changesOf(options())).rejects.toThrow("Is that the address of a Gerrit site?");
});

test("watch tells of new patch sets, votes and the end", async () => {
  const done = new AbortController();
  gerrit.changes = [changeInfo(1, { updated: "2026-03-05 11:00:00.000000000" })];
  let looks = 0;
  const wait = async (_ms: number, signal: AbortSignal) => {
    if (++looks === 1)
      gerrit.changes = [
        {
          ...twoSets,
          _number: 1,
          updated: "2026-03-06 09:00:00.000000000",
          labels: { "Code-Review": { all: [{ ...ann, value: 2, date: "2026-03-06 09:00:00.000000000" }] } },
        },
      ];
    if (looks === 2)
      gerrit.changes = [
        changeInfo(1, {
          status: "MERGED",
          submitted: "2026-03-07 00:00:00.000000000",
          updated: "2026-03-07 00:00:00.000000000",
        }),
      ];
    if (looks === 4) done.abort(new Error("over"));
    signal.throwIfAborted();
  };
  const source = await openSource(options({ wait, now: () => Date.parse("2026-03-05T12:00:00Z") }));
  const told: string[] = [];
  const watching = (async () => {
    for await (const { kind, by, text } of source.watch?.(queryOf(), done.signal) ?? [])
      told.push(`${kind} ${by?.login ?? "-"}: ${text}`);
  })();
  await expect(watching).rejects.toThrow("over");
  expect(told).toEqual(["vote ann: reviews +2 on version 2", "merged -: Change 1"]);
});
