import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Change } from "../../../src/changes/model.js";
import { isAlive } from "../../support/process.js";
import { posix, sshSetup as setup } from "../support/fake-ssh.js";
import { account, approval, patchSet, record, stats } from "../support/gerrit-record.js";
import { changesOf, newFolder } from "../support/source.js";

const votes = (change: Change | undefined) =>
  change?.versions.map((version) => [
    version.number,
    version.votes.map(({ column, value, by }) => `${column} ${value} ${by?.login ?? "-"}`),
  ]);

posix("query", () => {
  test("in batch mode, with all that reports need; records become changes", async () => {
    const { ssh, options } = setup({ keyFile: "/keys/id", port: 2222 });
    ssh.does({
      lines: [
        record(4201, {
          wip: true,
          comments: [
            {
              timestamp: 1_772_301_500,
              reviewer: account("bob"),
              message: "Patch Set 1: Code-Review-1\n\n(1 comment)",
            },
            { timestamp: 1_772_301_600, reviewer: account("bob"), message: "Patch Set 1:\n\nWell." },
          ],
          patchSets: [
            patchSet(2, {
              approvals: [approval("Code-Review", 2, account("ann")), approval("SUBM", 1, account("ann"))],
            }),
            patchSet(1, {
              approvals: [
                approval("Code-Review", -1, account("bob")),
                approval("Verified", 1, account("zuul")),
                approval("Unheard-Of", 1, account("bob")),
              ],
              comments: [{ file: "a.py", line: 3, reviewer: account("bob"), message: "Why?" }],
            }),
          ],
        }),
        { type: "stats", rowCount: 1, runTimeMilliseconds: 9, moreChanges: false },
      ],
    });
    const [change] = await changesOf(options, { with: new Set(["votes", "comments"]) });
    expect(ssh.calls).toEqual([
      {
        options: expect.arrayContaining(["-p 2222", "-o BatchMode=yes", "-i /keys/id"]) as unknown,
        host: "me@review.example.org",
        words: [
          "gerrit",
          "query",
          "--format",
          "JSON",
          "--all-approvals",
          "--patch-sets",
          "--comments",
          "--commit-message",
          "--all-reviewers",
          "status:open",
          "limit:500",
        ],
      },
    ]);
    expect(votes(change)).toEqual([
      [1, ["reviews -1 bob", "tests 1 zuul"]],
      [2, ["reviews 2 ann", "workflow -1 -"]],
    ]);
    expect(
      change?.comments.map(({ text, file, line, version, voted, at }) => [
        text.slice(0, 14),
        file,
        line,
        version,
        voted,
        at / 1000,
      ]),
    ).toEqual([
      ["Patch Set 1: C", null, null, 1, true, 1_772_301_500],
      ["Why?", "a.py", 3, 1, false, 1_772_301_500],
      ["Patch Set 1:\n\n", null, null, 1, false, 1_772_301_600],
    ]);
    expect(change).toMatchObject({
      status: "open",
      url: "https://review.example.org/c/tools/forge/+/4201",
      message: "Change 4201\n\nBecause.\n",
    });
  });

  test("goes on with --start where there are more", async () => {
    const { ssh, options } = setup();
    ssh.does({ lines: [record(1), record(2), stats(2, { moreChanges: true })] });
    ssh.does({ lines: [record(2), record(3), stats(2)] });
    expect((await changesOf(options)).map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(ssh.calls[1]?.words.join(" ")).toContain("--start 2 status:open");
  });

  test("goes on from the sort key of old servers, until nothing new comes", async () => {
    const { ssh, options } = setup();
    const old = { type: "stats", rowCount: 1, runTimeMilliseconds: 9 };
    ssh.does({ lines: [record(1, { sortKey: "001e7057000006dc" }), old] });
    ssh.does({ lines: [record(2, { number: "2", sortKey: "001e7056000006dd" }), old] });
    ssh.does({ lines: [{ ...old, rowCount: 0 }] });
    expect((await changesOf(options)).map(({ number }) => number)).toEqual([1, 2]);
    expect(ssh.calls.map(({ words }) => words.at(-1))).toEqual([
      "limit:500",
      "resume_sortkey:001e7057000006dc",
      "resume_sortkey:001e7056000006dd",
    ]);
  });

  test("words reach the other side as they are, whatever is in them", async () => {
    const { ssh, options } = setup();
    ssh.does({ lines: [stats(0)] });
    const mark = join(ssh.folder, "run");
    await changesOf(
      { ...options, now: () => Date.parse("2026-03-10T00:00:00Z") },
      {
        projects: [`it's; touch ${mark} $(touch ${mark})`, "tools/forge"],
        statuses: ["open", "closed"],
        updatedSince: Date.parse("2026-03-08T00:00:00Z"),
      },
    );
    expect(ssh.calls[0]?.words.slice(-5)).toEqual([
      "--",
      `(project:"it's; touch ${mark} $(touch ${mark})" OR project:tools/forge)`,
      "(status:open OR status:abandoned)",
      "-age:2d",
      "limit:500",
    ]);
    expect(existsSync(mark)).toBe(false);
  });

  test.each([
    [{ host: "-oProxyCommand=touch x" }],
    [{ host: "a b" }],
    [{ user: "-x" }],
    [{ user: "a b" }],
    [{ keyFile: "-x" }],
    [{ port: 70_000 }],
  ])("%j is refused before anything runs", async (changed) => {
    const { ssh, options } = setup(changed);
    await expect(changesOf(options)).rejects.toMatchObject({ name: "UsageError", code: "bad-source" });
    expect(ssh.calls).toEqual([]);
  });

  test("what goes wrong is told with ssh's last words", async () => {
    const { ssh, options } = setup();
    ssh.does({ stderr: "Warning: …\nme@review.example.org: Permission denied (publickey).\n", exitCode: 255 });
    const refused = await changesOf(options).catch((error) => error);
    expect(refused).toMatchObject({ name: "UsageError", code: "gerrit-unreachable" });
    expect(refused.message).toMatch(/review\.example\.org:29418.*Permission denied \(publickey\)/);
    ssh.does({ lines: [{ type: "error", message: "line 1:8 no viable alternative\u001b[31m" }] });
    await expect(changesOf(options)).rejects.toThrow("no viable alternative\\x1b[31m");
    ssh.does({ lines: ["Welcome to a shell"] });
    await expect(changesOf(options)).rejects.toThrow('printed "Welcome to a shell"');
    await expect(changesOf({ ...options, environment: { PATH: newFolder() } })).rejects.toMatchObject({
      code: "ssh-not-found",
    });
  });

  test("an answer is kept once it is whole, and taken for five minutes", async () => {
    const directory = newFolder();
    const { ssh, options } = setup({ cache: { directory, mode: "use" } });
    const kept = () =>
      readdirSync(directory, { recursive: true }).filter((name) => /[0-9a-f]{64}\.json$/.test(String(name)));
    ssh.does({ lines: [record(1)], stderr: "Connection reset", exitCode: 255 });
    await expect(changesOf(options)).rejects.toThrow("Connection reset");
    expect(kept()).toEqual([]);
    ssh.does({ lines: [record(1), stats(1)] });
    expect(await changesOf(options)).toHaveLength(1);
    expect(kept()).toHaveLength(1);
    expect(await changesOf(options)).toHaveLength(1);
    expect(ssh.calls).toHaveLength(2);
    ssh.does({ lines: [record(1), record(2), stats(2)] });
    expect(await changesOf({ ...options, cache: { directory, mode: "refresh" } })).toHaveLength(2);
  });

  test("ends ssh when the caller gives up", async () => {
    const { ssh, options } = setup();
    ssh.does({ lines: [record(1)], stays: true });
    const giving = new AbortController();
    const asked = changesOf(options, {}, giving.signal);
    const pid = await ssh.pid();
    giving.abort(new Error("enough"));
    await expect(asked).rejects.toThrow("enough");
    expect(isAlive(pid)).toBe(false);
  });
});
