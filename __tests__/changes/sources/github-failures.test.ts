import { describe, expect, test } from "@jest/globals";
import { type GithubOptions, openSource } from "../../../src/changes/sources/index.js";
import { FakeGithub } from "../support/fake-github.js";
import { pull, sha } from "../support/github-pull.js";
import { githubSetup, once, send, servedGithub, TOKEN } from "../support/github-source.js";
import { changesOf, queryOf } from "../support/source.js";

const github = servedGithub();

const setup = (changed: Partial<GithubOptions> = {}) => githubSetup(github, changed);

describe("failures", () => {
  test("an expired token", async () => {
    once(github, /pulls/, (_, response) => send(response, 401, {}, "Bad credentials"));
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
    once(github, /pulls/, (_, response) => send(response, 502, {}, "Bad gateway"));
    expect(await changesOf(options)).toHaveLength(1);
    expect([time.waits.length, notes.length]).toEqual([1, 1]);
    github.instead = (_, response) => send(response, 500, {}, "down");
    await expect(changesOf(options)).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringContaining("500: down") as unknown,
    });
  });

  test("a connection that breaks off is made again", async () => {
    once(github, /reviews/, (_, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write("[");
      response.destroy();
      return true;
    });
    expect(await changesOf(setup().options)).toHaveLength(1);
  });

  test("what is no JSON is an error of its own", async () => {
    once(github, /pulls/, (_, response) => {
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

test("whoever stops reading early leaves no request under way", async () => {
  github.repositories.set(
    "octo/hello",
    Array.from({ length: 40 }, (_, index) => ({ pull: pull(index + 1, { head: { sha: sha(index + 1) } }) })),
  );
  const source = await openSource(setup().options);
  for await (const _ of source.changes(queryOf(), new AbortController().signal)) break;
  // All would be 122; stopping waits for the end of those that were under way.
  await github.stop();
  expect(github.seen.length).toBeLessThan(60);
});
