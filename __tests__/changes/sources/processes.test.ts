import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readdirSync, readFileSync, writeSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "@jest/globals";
import { compiledSources } from "../../index-server/compiled.js";
import { FakeGithub } from "../support/fake-github.js";
import { checkRun, pull, review, sha } from "../support/github-pull.js";
import { serveOne } from "../support/github-source.js";
import { newFolder } from "../support/source.js";

const program = join(dirname(fileURLToPath(import.meta.url)), "..", "programs", "fetch.mjs");
const onLinux = process.platform === "linux" ? test : test.skip;

let sources: string;
beforeAll(async () => {
  sources = await compiledSources();
});

const fetching = (options: object): ChildProcess => fork(program, [sources, JSON.stringify(options)]);

async function fetched(options: object): Promise<{ count: number; peak: number }> {
  const child = fetching(options);
  const [[told]] = (await Promise.all([once(child, "message"), once(child, "exit")])) as [
    [{ count: number; peak: number }],
    unknown,
  ];
  return told;
}

test("killed in the middle of an answer, it leaves no half one, and the next run clears up and goes on", async () => {
  const github = await new FakeGithub().start();
  try {
    serveOne(github);
    const directory = newFolder();
    const options = {
      kind: "github",
      apiUrl: github.url,
      token: "t",
      repositories: ["octo/hello"],
      cache: { directory, mode: "use" },
    };
    const files = () =>
      readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const halfway = new Promise<ServerResponse>((resolve) => {
      github.instead = (request, response) => {
        if (!/reviews/.test(request.url ?? "")) return false;
        response.writeHead(200, { "content-length": "9999" });
        response.write('[{"id": 1', () => resolve(response));
        return true;
      };
    });
    const child = fetching(options);
    const ended = once(child, "exit");
    const half = await halfway;
    // The stand-in sees the end of the connection some time after that of the process, and notes the request then.
    const noted = once(half, "close");
    child.kill("SIGKILL");
    await Promise.all([ended, noted]);
    expect(files()).toHaveLength(1);
    for (const { parentPath, name } of files())
      expect(JSON.parse(readFileSync(join(parentPath, name), "utf8"))).toHaveProperty("body");
    github.instead = () => false;
    github.seen.length = 0;
    expect((await fetched(options)).count).toBe(1);
    expect(github.seen.map(({ path }) => path.replace(/\?.*/, ""))).toEqual(["/repos/octo/hello/pulls/1/reviews"]);
    expect(readdirSync(join(directory, "v1", "tmp"))).toEqual([]);
  } finally {
    await github.stop();
  }
});

onLinux("5,000 recorded pull requests need no more than 200 MB", async () => {
  const file = join(newFolder(), "changes.jsonl");
  const to = openSync(file, "w");
  for (let number = 1; number <= 5000; number++) {
    const commit_id = sha(number);
    const reviews = [
      review("ann", "APPROVED", { commit_id }),
      review("bob", "COMMENTED", { commit_id, body: "Hm. ".repeat(50) }),
    ];
    const recorded = {
      ...pull(number, { head: { sha: commit_id } }),
      reviews,
      check_runs: [checkRun("t", "success", { head_sha: commit_id })],
    };
    writeSync(to, `${JSON.stringify(recorded)}\n`);
  }
  closeSync(to);
  const { count, peak } = await fetched({ kind: "recorded", file, cache: { directory: "", mode: "off" } });
  expect(count).toBe(5000);
  expect(peak).toBeLessThan(200e6);
});
