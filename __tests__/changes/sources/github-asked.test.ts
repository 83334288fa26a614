import { describe, expect, test } from "@jest/globals";
import type { Change, Vote } from "../../../src/changes/model.js";
import type { GithubOptions } from "../../../src/changes/sources/index.js";
import { FakeGithub, type Recorded } from "../support/fake-github.js";
import { checkRun, pull, sha } from "../support/github-pull.js";
import { githubForEach, githubSetup } from "../support/github-source.js";
import { changesOf } from "../support/source.js";

const github = githubForEach();

const options = (changed: Partial<GithubOptions> = {}): GithubOptions => githubSetup(github, changed).options;

const serve = (...all: Recorded[]): void => void github.repositories.set("octo/hello", all);

const short = (votes: readonly Vote[] = []): string[] =>
  votes.map(({ column, value, by }) => `${column} ${value > 0 ? "+" : ""}${value}${by === null ? "" : ` ${by.login}`}`);

const current = (change: Change): string[] => short(change.versions.at(-1)?.votes);

describe("what is asked", () => {
  test("no more than the report needs", async () => {
    serve({ pull: pull(1) });
    await changesOf(options(), { with: new Set() });
    expect(github.seen.map(({ path }) => path)).toEqual([
      "/repos/octo/hello/pulls?state=open&sort=created&direction=desc&per_page=100&page=1",
    ]);
    github.seen.length = 0;
    await changesOf(options(), { with: new Set(["reviews"]) });
    expect(github.seen.map(({ path }) => path.replace(/\?.*/, ""))).toEqual([
      "/repos/octo/hello/pulls",
      "/repos/octo/hello/pulls/1/reviews",
    ]);
  });

  test("a pull request by its number", async () => {
    serve(
      { pull: pull(1) },
      { pull: pull(2, { state: "closed", merged_at: "2026-03-03T00:00:00Z", head: { sha: sha("b") } }) },
    );
    const statuses = ["open", "merged", "closed"] as const;
    const changes = await changesOf(options(), { number: 2, statuses, with: new Set(["comments"]) });
    expect(changes.map(({ number, status }) => [number, status])).toEqual([[2, "merged"]]);
    expect(await changesOf(options(), { number: 3, statuses })).toEqual([]);
    expect(github.count(/\/pulls\?/)).toBe(0);
  });

  test("by status, and only those updated since", async () => {
    serve(
      { pull: pull(1) },
      { pull: pull(2, { state: "closed", closed_at: "2026-03-03T00:00:00Z" }) },
      { pull: pull(3, { state: "closed", merged_at: "2026-03-03T00:00:00Z", updated_at: "2026-03-09T00:00:00Z" }) },
    );
    const numbers = async (query: Parameters<typeof changesOf>[1]) =>
      (await changesOf(options(), { with: new Set(), ...query })).map(({ number }) => number);
    expect(await numbers({ statuses: ["closed"] })).toEqual([2]);
    expect(await numbers({ statuses: ["merged"] })).toEqual([3]);
    expect(
      await numbers({ statuses: ["open", "merged", "closed"], updatedSince: Date.parse("2026-03-05T00:00:00Z") }),
    ).toEqual([3]);
  });

  test("pages are fetched side by side, each pull request comes once, in the list's order", async () => {
    github.perPage = 5;
    const day = (number: number) => new Date(Date.parse("2026-03-31T00:00:00Z") - number * 3_600_000).toISOString();
    serve(
      ...Array.from({ length: 43 }, (_, index) => ({
        pull: pull(index + 1, { created_at: day(index), head: { sha: sha(index + 1) } }),
      })),
    );
    // The second to the fifth page are held back until all four are asked for.
    const held: (() => void)[] = [];
    github.instead = (request, response) => {
      if (!/&page=[2-5]$/.test(request.url ?? "")) return false;
      held.push(() => github.answer(request, response));
      if (held.length === 4) for (const go of held) go();
      return true;
    };
    const changes = await changesOf(options(), { with: new Set() });
    expect(changes.map(({ number }) => number)).toEqual(Array.from({ length: 43 }, (_, index) => index + 1));
    expect(github.count(/\/pulls\?/)).toBe(9);
    expect(github.atOnce).toBe(4);
  });

  test("an Enterprise server's API has a path of its own", async () => {
    const enterprise = await new FakeGithub("/api/v3").start();
    try {
      enterprise.repositories.set("octo/hello", [{ pull: pull(1), checks: [checkRun("test", "success")] }]);
      const [change] = await changesOf(options({ apiUrl: `${enterprise.url}/` }));
      expect(change && current(change)).toEqual(["tests +1"]);
      expect(enterprise.faults).toEqual([]);
    } finally {
      await enterprise.stop();
    }
  });
});
