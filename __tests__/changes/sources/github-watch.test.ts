import { describe, expect, test } from "@jest/globals";
import { type GithubOptions, openSource } from "../../../src/changes/sources/index.js";
import { checkRun, pull, review, sha } from "../support/github-pull.js";
import { githubSetup, servedGithub } from "../support/github-source.js";
import { queryOf } from "../support/source.js";

const github = servedGithub();

const setup = (changed: Partial<GithubOptions> = {}) => githubSetup(github, changed);

describe("watch", () => {
  test("tells what is new since the start, each thing once", async () => {
    const { options, time } = setup({ pollMs: 1000 });
    const all = github.repositories.get("octo/hello") ?? [];
    all[0] = { pull: pull(1, { updated_at: "2026-03-05T11:00:00Z" }) };
    const done = new AbortController();
    let looks = 0;
    const wait = async (ms: number, signal: AbortSignal) => {
      await time.wait(ms);
      looks++;
      if (looks === 2) {
        all[0] = {
          pull: pull(1, { updated_at: "2026-03-05T12:00:10Z" }),
          reviews: [
            review("ann", "APPROVED", { submitted_at: "2026-03-05T12:00:10Z", body: "Fine." }),
            review("bob", "APPROVED"),
          ],
        };
        all.push({
          pull: pull(2, {
            title: "New",
            head: { sha: sha("b") },
            created_at: "2026-03-05T12:00:20Z",
            updated_at: "2026-03-05T12:00:20Z",
          }),
        });
      }
      if (looks === 4)
        all[1] = {
          pull: {
            ...all[1]?.pull,
            state: "closed",
            merged_at: "2026-03-05T12:01:00Z",
            updated_at: "2026-03-05T12:01:00Z",
          },
        };
      if (looks === 6) done.abort(new Error("over"));
      signal.throwIfAborted();
    };
    const source = await openSource({ ...options, wait });
    const told: string[] = [];
    const watching = (async () => {
      for await (const { kind, change, by, text } of source.watch?.(queryOf(), done.signal) ?? []) {
        told.push(`${kind} #${change.number} ${by?.login ?? "-"}: ${text}`);
      }
    })();
    await expect(watching).rejects.toThrow("over");
    expect(told).toEqual([
      "vote #1 ann: reviews +1 on version 1",
      "comment #1 ann: Fine.",
      "opened #2 author: New",
      "merged #2 -: New",
    ]);
  });

  test("tells of checks, which update no pull request: once that they fail or succeed, however many there are", async () => {
    const { options, time } = setup({ pollMs: 1000 });
    const all = github.repositories.get("octo/hello") ?? [];
    const at = (minute: number) => ({ completed_at: `2026-03-05T12:0${minute}:00Z` });
    const ran = (...checks: unknown[]) => (all[0] = { pull: pull(1, { updated_at: "2026-03-05T11:00:00Z" }), checks });
    ran();
    const done = new AbortController();
    const looks = [
      () => ran(checkRun("a", "success", at(1)), checkRun("b", null)),
      () => ran(checkRun("a", "success", at(1)), checkRun("b", "success", at(2))),
      () => ran(checkRun("a", "success", at(1)), checkRun("b", "success", at(2)), checkRun("c", "failure", at(3))),
      () => ran(checkRun("c", "failure", at(3)), checkRun("d", "failure", at(4))),
    ];
    const wait = async (ms: number, signal: AbortSignal) => {
      await time.wait(ms);
      const look = looks.shift();
      if (look === undefined) done.abort(new Error("over"));
      signal.throwIfAborted();
      look?.();
    };
    const source = await openSource({ ...options, wait });
    const told: string[] = [];
    const watching = (async () => {
      for await (const { kind, text, at } of source.watch?.(queryOf(), done.signal) ?? []) {
        told.push(`${new Date(at).toISOString().slice(11, 16)} ${kind}: ${text}`);
      }
    })();
    await expect(watching).rejects.toThrow("over");
    expect(told).toEqual(["12:01 vote: tests +1 on version 1", "12:03 vote: tests -1 on version 1"]);
  });
});
