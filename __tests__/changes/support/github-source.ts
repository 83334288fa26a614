import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, beforeEach, expect } from "@jest/globals";
import type { GithubOptions } from "../../../src/changes/sources/index.js";
import { FakeGithub } from "./fake-github.js";
import { checkRun, pull, review } from "./github-pull.js";
import { common } from "./source.js";

export const TOKEN = "ghp_secretsecretsecret";

/** A stand-in that is there for each test of the file, empty. Its answers, and what it was asked, must be as GitHub describes them. */
export function githubForEach(): FakeGithub {
  const github = new FakeGithub();
  beforeEach(() => github.start());
  afterEach(async () => {
    await github.stop();
    expect(github.faults).toEqual([]);
  });
  return github;
}

/** As `githubForEach`, with something to ask for. */
export function servedGithub(): FakeGithub {
  const github = githubForEach();
  beforeEach(() => serveOne(github));
  return github;
}

/** Something that every test of the source can ask for: one pull request, approved and checked. */
export function serveOne(github: FakeGithub): void {
  const one = { pull: pull(1), reviews: [review("ann", "APPROVED")], checks: [checkRun("t", "success")] };
  github.repositories.set("octo/hello", [one]);
}

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

/** The options of a source that asks the stand-in, what it notes, and its clock. */
export function githubSetup(github: FakeGithub, changed: Partial<GithubOptions> = {}) {
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

export function send(response: ServerResponse, status: number, headers: Record<string, string>, message: string): true {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify({ message }));
  return true;
}

/** Answers in the API's place once, the first request that fits. */
export function once(
  github: FakeGithub,
  pattern: RegExp,
  answer: (request: IncomingMessage, response: ServerResponse) => true,
): void {
  let done = false;
  github.instead = (request, response) => {
    if (done || !pattern.test(request.url ?? "")) return false;
    done = true;
    return answer(request, response);
  };
}
