import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { GithubOptions } from "../../../src/changes/sources/index.js";
import { pull, sha } from "../support/github-pull.js";
import { githubSetup, servedGithub, TOKEN } from "../support/github-source.js";
import { changesOf, newFolder } from "../support/source.js";

const github = servedGithub();

const setup = (changed: Partial<GithubOptions> = {}) => githubSetup(github, changed);

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
    const files = kept(directory).filter(({ name }) => name !== "pruned.json");
    expect(files).toHaveLength(1);
    for (const { parentPath, name } of files) {
      const { body } = JSON.parse(readFileSync(join(parentPath, name), "utf8"));
      expect(JSON.parse(body)).toHaveLength(1);
    }
    expect(readdirSync(join(directory, "v1", "tmp"))).toEqual([]);
    github.instead = () => false;
    github.seen.length = 0;
    expect(await changesOf(options, { with: new Set(["reviews"]) })).toHaveLength(1);
    expect(github.seen.map(({ path }) => path.replace(/\?.*/, ""))).toEqual(["/repos/octo/hello/pulls/1/reviews"]);
  });
});
