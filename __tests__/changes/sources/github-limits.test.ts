import { readdirSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type GithubOptions, openSource } from "../../../src/changes/sources/index.js";
import { FakeGithub } from "../support/fake-github.js";
import { checkRun, pull, review, sha } from "../support/github-pull.js";
import { changesOf, common, newFolder, queryOf } from "../support/source.js";

const TOKEN = "ghp_secretsecretsecret";

let github: FakeGithub;
beforeEach(async () => {
  github = await new FakeGithub().start();
  github.repositories.set("octo/hello", [
    { pull: pull(1), reviews: [review("ann", "APPROVED")], checks: [checkRun("t", "success")] },
  ]);
});
afterEach(() => github.stop());

/** A clock that only waiting moves. */
function clock() {
  const waits: number[] = [];
  let time = Date.parse("2026-03-05T12:00:00Z");
  const wait = async (ms: number) => {
    waits.push(ms);
    time += ms;
  };
  return { waits, wait, now: () => time, forward: (ms: number) => (time += ms) };
}

function setup(changed: Partial<GithubOptions> = {}) {
  const notes: string[] = [];
  const time = clock();
  const options: GithubOptions = {
    ...common(notes),
    kind: "github",
    apiUrl: github.url,
    token: TOKEN,
    repositories: ["octo/hello"],
    now: time.now,
    wait: time.wait,
    ...changed,
  };
  return { notes, time, options };
}

const send = (response: ServerResponse, status: number, headers: Record<string, string>, message: string): true => {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify({ message }));
  return true;
};

/** Once, for the first request that fits. */
function once(pattern: RegExp, answer: (request: IncomingMessage, response: ServerResponse) => true) {
  let done = false;
  github.instead = (request, response) => {
    if (done || !pattern.test(request.url ?? "")) return false;
    done = true;
    return answer(request, response);
  };
}

describe("rate limits", () => {
  test("one that is used up: waits until it is reset, says so, and goes on", async () => {
    const { options, notes, time } = setup();
    const reset = String(time.now() / 1000 + 90);
    const date = new Date(time.now()).toUTCString();
    once(/reviews/, (_, response) =>
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
    once(/pulls/, (_, response) => send(response, 429, { "retry-after": "3000" }, "slow down"));
    await expect(changesOf({ ...options, wait }, {}, giving.signal)).rejects.toThrow("enough");
  });

  test("one that lasts for many hours is an error", async () => {
    once(/pulls/, (_, response) => send(response, 429, { "retry-after": "90000" }, "slow down"));
    await expect(changesOf(setup().options)).rejects.toMatchObject({ name: "UsageError", code: "github-rate-limit" });
  });
});

describe("failures", () => {
  test("an expired token", async () => {
    once(/pulls/, (_, response) => send(response, 401, {}, "Bad credentials"));
    const failure = await changesOf(setup().options).catch((error) => error);
    expect(failure).toMatchObject({ name: "UsageError", code: "github-token-refused" });
    expect(failure.message).toMatch(/401: Bad credentials.*expired.*GITHUB_TOKEN/);
    expect(failure.message).not.toContain(TOKEN);
    expect(github.seen).toHaveLength(1);
  });

  test("a repository that is not there, or may not be seen", async () => {
    await expect(changesOf(setup({ repositories: ["octo/other"] }).options)).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringContaining("/repos/octo/other/pulls") as unknown,
    });
  });

  test.each(["octo", "../x/y", "a/b/c", "o/..", "o/r?x=1"])("%s is no repository", async (repository) => {
    await expect(changesOf(setup({ repositories: [repository] }).options)).rejects.toMatchObject({
      code: "bad-repository",
    });
    expect(github.seen).toEqual([]);
  });

  test("a server that fails for a while is asked again, and one that goes on failing is an error", async () => {
    const { options, time, notes } = setup();
    once(/pulls/, (_, response) => send(response, 502, {}, "Bad gateway"));
    expect(await changesOf(options)).toHaveLength(1);
    expect([time.waits.length, notes.length]).toEqual([1, 1]);
    github.instead = (_, response) => send(response, 500, {}, "down");
    await expect(changesOf(options)).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringContaining("500: down") as unknown,
    });
  });

  test("a connection that breaks off is made again", async () => {
    once(/reviews/, (_, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write("[");
      response.destroy();
      return true;
    });
    expect(await changesOf(setup().options)).toHaveLength(1);
  });

  test("what is no JSON is an error of its own", async () => {
    once(/pulls/, (_, response) => {
      response.writeHead(200).end("<html>Log in to the network</html>");
      return true;
    });
    await expect(changesOf(setup().options)).rejects.toThrow("not JSON");
  });

  test("checks that the token may not read are left out, which is said once", async () => {
    github.repositories.get("octo/hello")?.push({ pull: pull(2, { head: { sha: sha("b") } }) });
    github.instead = (request, response) =>
      /check-runs/.test(request.url ?? "") && send(response, 403, {}, "Resource not accessible by integration");
    const { options, notes } = setup();
    expect(await changesOf(options)).toHaveLength(2);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/^octo\/hello: the check runs are left out.*not accessible by integration/);
  });
});

describe("the token", () => {
  test("goes to the API and, by a redirect, to its own origin; to no other", async () => {
    const other = await new FakeGithub().start();
    try {
      other.repositories.set("octo/hello", github.repositories.get("octo/hello") ?? []);
      let moved = false;
      github.instead = (request, response) => {
        const to = !moved ? request.url : /reviews/.test(request.url ?? "") ? `${other.url}${request.url}` : undefined;
        moved = true;
        if (to !== undefined) response.writeHead(301, { location: to }).end();
        return to !== undefined;
      };
      expect(await changesOf(setup().options, { with: new Set(["reviews"]) })).toHaveLength(1);
      expect(github.seen.every(({ headers }) => headers.authorization === `Bearer ${TOKEN}`)).toBe(true);
      expect(other.seen.map(({ headers }) => headers.authorization)).toEqual([undefined]);
    } finally {
      await other.stop();
    }
  });

  test("pages are asked of the API also where Link headers lead elsewhere", async () => {
    github.instead = (request, response) => {
      if (/page=1$/.test(request.url ?? ""))
        response.setHeader(
          "link",
          '<https://evil.invalid/x?page=2>; rel="next", <https://evil.invalid/x?page=2>; rel="last"',
        );
      return false;
    };
    expect(await changesOf(setup().options, { with: new Set() })).toHaveLength(1);
    expect(github.seen.map(({ path }) => /page=\d$/.exec(path)?.[0])).toEqual(["page=1", "page=2"]);
  });

  test("with a line end in it is refused without being shown", async () => {
    const failure = await openSource(setup({ token: "ghp_a\nb" }).options).catch((error) => error);
    expect(failure).toMatchObject({ code: "bad-source" });
    expect(failure.message).not.toContain("ghp_a");
  });
});

describe("the cache", () => {
  const kept = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

  test("an answer counts for five minutes; then it is asked whether it still holds", async () => {
    const directory = newFolder();
    const { options, time } = setup({ cache: { directory, mode: "use" } });
    const first = await changesOf(options);
    const asked = github.seen.length;
    expect(asked).toBeGreaterThan(3);
    time.forward(4 * 60_000);
    expect(await changesOf(options)).toEqual(first);
    expect(github.seen).toHaveLength(asked);
    time.forward(2 * 60_000);
    github.seen.length = 0;
    expect(await changesOf(options)).toEqual(first);
    expect(github.seen.map(({ status }) => status)).toEqual(Array.from({ length: asked }, () => 304));
    // What holds is fresh again.
    github.seen.length = 0;
    await changesOf(options);
    expect(github.seen).toEqual([]);
  });

  test("--refresh asks at once, --no-cache neither reads nor writes", async () => {
    const directory = newFolder();
    await changesOf(setup({ cache: { directory, mode: "use" } }).options);
    github.repositories.get("octo/hello")?.push({ pull: pull(2, { head: { sha: sha("b") } }) });
    expect(await changesOf(setup({ cache: { directory, mode: "use" } }).options)).toHaveLength(1);
    const before = kept(directory).length;
    expect(await changesOf(setup({ cache: { directory, mode: "off" } }).options)).toHaveLength(2);
    expect(kept(directory)).toHaveLength(before);
    expect(await changesOf(setup({ cache: { directory, mode: "refresh" } }).options)).toHaveLength(2);
    expect(await changesOf(setup({ cache: { directory, mode: "use" } }).options)).toHaveLength(2);
  });

  test("is the user's own, and holds no token", async () => {
    const directory = newFolder();
    await changesOf(setup({ cache: { directory: join(directory, "changes"), mode: "use" } }).options);
    expect(kept(directory).length).toBeGreaterThan(3);
    for (const { parentPath, name } of kept(directory)) {
      const path = join(parentPath, name);
      expect(`${path} ${readFileSync(path, "utf8")}`).not.toContain(TOKEN);
      if (process.platform !== "win32") expect(statSync(path).mode & 0o077).toBe(0);
    }
  });

  test("answers to one token are not given to another", async () => {
    const cache = { directory: newFolder(), mode: "use" as const };
    await changesOf(setup({ cache }).options);
    const asked = github.seen.length;
    await changesOf(setup({ cache, token: "ghp_other" }).options);
    expect(github.seen.length).toBe(2 * asked);
  });

  test("a fetch that is broken off leaves whole answers and no other file, and the next one goes on from them", async () => {
    const directory = newFolder();
    const giving = new AbortController();
    // The list is answered; of the reviews half comes, and then the caller gives up.
    github.instead = (request, response) => {
      if (!/reviews/.test(request.url ?? "")) return false;
      response.writeHead(200, { "content-type": "application/json", "content-length": "9999" });
      response.write('[{"id": 1', () => giving.abort(new Error("stop")));
      return true;
    };
    const { options } = setup({ cache: { directory, mode: "use" } });
    await expect(changesOf(options, { with: new Set(["reviews"]) }, giving.signal)).rejects.toThrow("stop");
    const files = kept(directory).filter(({ name }) => name !== "pruned");
    expect(files).toHaveLength(1);
    for (const { parentPath, name } of files) {
      const [about, body] = readFileSync(join(parentPath, name), "utf8").split(/\n(.*)/s) as [string, string];
      expect([JSON.parse(about).length, Array.isArray(JSON.parse(body))]).toEqual([body.length, true]);
    }
    expect(readdirSync(join(directory, "v1", "tmp"))).toEqual([]);
    github.instead = () => false;
    github.seen.length = 0;
    expect(await changesOf(options, { with: new Set(["reviews"]) })).toHaveLength(1);
    expect(github.seen.map(({ path }) => path.replace(/\?.*/, ""))).toEqual(["/repos/octo/hello/pulls/1/reviews"]);
  });
});

test("whoever stops reading early leaves no request under way", async () => {
  github.repositories.set(
    "octo/hello",
    Array.from({ length: 40 }, (_, index) => ({ pull: pull(index + 1, { head: { sha: sha(index + 1) } }) })),
  );
  const source = await openSource(setup().options);
  for await (const _ of source.changes(queryOf(), new AbortController().signal)) break;
  // stop() ends when all connections are closed; requests that came later would be seen.
  await github.stop();
  const seen = github.seen.length;
  await github.start();
  expect(github.seen).toHaveLength(seen);
  expect(seen).toBeLessThan(60);
});

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
});
