import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type GerritOptions, openSource } from "../../../src/changes/sources/index.js";
import { ann, bob, changeInfo, FakeGerrit, twoSets } from "../support/fake-gerrit.js";
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
