import { describe, expect, test } from "@jest/globals";
import type { GithubOptions } from "../../../src/changes/sources/index.js";
import { githubSetup, once, send, servedGithub } from "../support/github-source.js";
import { changesOf } from "../support/source.js";

const github = servedGithub();

const setup = (changed: Partial<GithubOptions> = {}) => githubSetup(github, changed);

describe("rate limits", () => {
  test("one that is used up: waits until it is reset, says so, and goes on", async () => {
    const { options, notes, time } = setup();
    const reset = String(time.now() / 1000 + 90);
    const date = new Date(time.now()).toUTCString();
    once(github, /reviews/, (_, response) =>
      send(
        response,
        403,
        { date, "x-ratelimit-limit": "5000", "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset },
        "API rate limit exceeded",
      ),
    );
    expect(await changesOf(options)).toHaveLength(1);
    expect(time.waits).toEqual([90_000]);
    expect(notes).toEqual([
      "GitHub: its rate limit of 5000 requests an hour is used up; waiting 90 s, until 12:01:30 UTC",
      "GitHub: going on",
    ]);
  });

  test("where no request is left none is sent before the reset", async () => {
    const { options, time } = setup();
    let left = 2;
    let early = 0;
    const start = time.now();
    github.instead = (request, response) => {
      if (time.now() === start && left === 0) early++;
      left = Math.max(0, left - 1);
      response.setHeader("x-ratelimit-remaining", time.now() === start ? String(left) : "4000");
      response.setHeader("x-ratelimit-reset", String(start / 1000 + 60));
      response.setHeader("date", new Date(start).toUTCString());
      github.answer(request, response);
      return true;
    };
    expect(await changesOf(options)).toHaveLength(1);
    expect([early, time.waits]).toEqual([0, [60_000]]);
  });

  test("the secondary limit: for as long as the answer says, else a minute and then longer", async () => {
    const { options, time } = setup();
    let refusals = 0;
    github.instead = (request, response) => {
      if (!/pulls\?/.test(request.url ?? "") || ++refusals > 3) return false;
      const headers: Record<string, string> = refusals === 1 ? { "retry-after": "7" } : {};
      return send(response, 403, headers, "You have exceeded a secondary rate limit.");
    };
    expect(await changesOf(options)).toHaveLength(1);
    expect(time.waits).toEqual([7000, 60_000, 120_000]);
  });

  test("a wait is over when the caller gives up", async () => {
    const { options } = setup();
    const giving = new AbortController();
    const wait = async (_ms: number, signal: AbortSignal) => {
      giving.abort(new Error("enough"));
      signal.throwIfAborted();
    };
    once(github, /pulls/, (_, response) => send(response, 429, { "retry-after": "3000" }, "slow down"));
    await expect(changesOf({ ...options, wait }, {}, giving.signal)).rejects.toThrow("enough");
  });

  test("one that lasts for many hours is an error", async () => {
    once(github, /pulls/, (_, response) => send(response, 429, { "retry-after": "90000" }, "slow down"));
    await expect(changesOf(setup().options)).rejects.toMatchObject({ name: "UsageError", code: "github-rate-limit" });
  });
});
