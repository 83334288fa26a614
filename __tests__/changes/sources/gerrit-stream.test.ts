import { expect, test } from "@jest/globals";
import { openSource } from "../../../src/changes/sources/index.js";
import { isAlive } from "../../support/process.js";
import { posix, sshSetup as setup } from "../support/fake-ssh.js";
import { account, patchSet } from "../support/gerrit-record.js";
import { queryOf } from "../support/source.js";

posix("stream-events", () => {
  const change = {
    project: "tools/forge",
    branch: "main",
    number: 7,
    subject: "Faster",
    owner: account("author"),
    url: "https://review.example.org/7",
  };
  const events = [
    {
      type: "patchset-created",
      uploader: account("author"),
      patchSet: patchSet(1),
      change,
      eventCreatedOn: 1_772_301_000,
    },
    { type: "ref-updated", refUpdate: { project: "tools/forge" } },
    "no JSON",
    {
      type: "patchset-created",
      uploader: account("author"),
      patchSet: patchSet(2),
      change,
      eventCreatedOn: 1_772_302_000,
    },
    { type: "comment-added", author: account("bob"), patchSet: patchSet(2), change: { ...change, project: "other" } },
    {
      type: "comment-added",
      author: account("bob"),
      patchSet: patchSet(2),
      change,
      approvals: [
        { type: "Code-Review", value: "2", oldValue: "0" },
        { type: "Verified", value: "1" },
      ],
      comment: "Patch Set 2: Code-Review+2\n\nThank you.",
      eventCreatedOn: 1_772_303_000,
    },
    { type: "comment-added", author: account("ann"), patchSet: patchSet(2), change, comment: "Patch Set 2:\n\nHm." },
    {
      type: "change-merged",
      submitter: account("ann"),
      patchSet: patchSet(2),
      change: { ...change, status: "MERGED" },
    },
    { type: "change-abandoned", abandoner: account("ann"), change, reason: "No time" },
    { type: "change-restored", restorer: account("ann"), change },
  ];

  test("tells what happens, and makes a lost connection anew", async () => {
    const { ssh, options, notes } = setup();
    ssh.does({ lines: events.slice(0, 4), exitCode: 255, stderr: "Connection closed" });
    ssh.does({ lines: events.slice(4), stays: true });
    const source = await openSource(options);
    const told: string[] = [];
    for await (const event of source.watch?.(queryOf({ projects: ["tools/forge"] }), new AbortController().signal) ??
      []) {
      told.push(`${event.kind} ${event.change.status} ${event.by?.login}: ${event.text}`);
      if (event.kind === "reopened") break;
    }
    expect(told).toEqual([
      "opened open author: Faster",
      "updated open author: version 2 (2222222)",
      "vote open bob: Code-Review+2 on version 2: Thank you.",
      "comment open ann: Hm.",
      "merged merged ann: Faster",
      "closed closed ann: No time",
      "reopened open ann: Faster",
    ]);
    expect(notes).toEqual([expect.stringContaining("connection to Gerrit at review.example.org:29418 is lost")]);
    expect(ssh.calls.map(({ words }) => words)).toEqual([
      ["gerrit", "stream-events"],
      ["gerrit", "stream-events"],
    ]);
    expect(isAlive(await ssh.pid())).toBe(false);
  });

  test("who may not is told so at once; a server that stays away is given up", async () => {
    const { ssh, options } = setup();
    ssh.does({ stderr: "fatal: stream events not permitted", exitCode: 1 });
    const source = await openSource(options);
    const next = () => source.watch?.(queryOf(), new AbortController().signal)[Symbol.asyncIterator]().next();
    await expect(next()).rejects.toThrow("not permitted");
    for (let times = 0; times < 6; times++) ssh.does({ stderr: "No route to host", exitCode: 255 });
    await expect(next()).rejects.toThrow("No route to host");
    expect(ssh.calls).toHaveLength(7);
  });
});
