import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "@jest/globals";
import { runAct, testWithAct as test } from "./support/act.js";
import type { StepLog } from "./support/actLog.js";
import { indexOfTwo, mountsBelow, projectOf } from "./support/cached.js";
import { type Home, newHome } from "./support/home.js";
import { temporaryFolder } from "./support/temporary.js";

const TIME = 300_000;

const workflowOf = (inputs = "{}") => `
on: [push, pull_request]
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: forgexec/forgexec@v1
        id: forge
        with: ${inputs}
`;

interface Machine {
  readonly home: Home;
  readonly project: string;
  readonly cacheFolder: string;
}

/** A job on a machine of its own: nothing but the Actions cache is left of the last one. */
async function job(
  machine: Machine,
  options: { readonly inputs?: string; readonly event?: string; readonly payload?: unknown } = {},
): Promise<StepLog> {
  const { home } = machine;
  const { inputs, ...more } = options;
  rmSync(path.join(home.folder, "cache"), { recursive: true, force: true });
  const { exitCode, steps, log } = await runAct({ ...machine, ...more, workflow: workflowOf(inputs) });
  const forge = steps.get("forge");
  if (exitCode !== 0 || forge === undefined) throw new Error(log);
  expect(forge.results).toEqual({ Main: "success", Post: "success" });
  return forge;
}

function machineOf(index: string, requirements: string): Machine {
  const made = newHome();
  const home = { ...made, environment: { ...made.environment, PIP_INDEX_URL: index } };
  return { home, project: projectOf(requirements), cacheFolder: temporaryFolder() };
}

const textOf = ({ lines }: StepLog): string => lines.map(({ text }) => text).join("\n");

test(
  "through the Actions cache the second job has the environment, and after a change the third has part of it",
  async () => {
    const upstream = await indexOfTwo();
    const machine = machineOf(upstream.url, "alpha==1.0\nbeta==1.0\n");
    const first = await job(machine);
    expect(first.outputs).toMatchObject({ "cache-hit": "none" });
    expect(first.outputs["cache-key"]).toMatch(/^forgexec-env-1-/);
    expect(textOf(first)).toContain(`Saved the environment`);
    expect(textOf(first)).toContain(first.outputs["cache-key"]);

    await upstream.stop();
    const second = await job(machine);
    expect(second.outputs).toMatchObject({ "cache-hit": "exact", "cache-key": first.outputs["cache-key"] });
    expect(textOf(second)).toContain("alpha 1.0 beta 1.0");
    expect(second.summary).toMatch(/Package cache: the whole environment \(.*B in .*\)/);
    expect(textOf(second)).not.toContain("Saved the");
    expect(mountsBelow(machine.home.folder)).toEqual([]);

    // The index is still down: what the environment lost and got comes from the store.
    writeFileSync(path.join(machine.project, "requirements.txt"), "beta==1.0\n");
    const third = await job(machine);
    expect(third.outputs).toMatchObject({ "cache-hit": "partial" });
    expect(textOf(third)).toContain("a file that install depends on changed");
    expect(textOf(third)).toMatch(/^beta 1\.0$/m);
  },
  TIME,
);

test(
  "a fork's pull request may take from the cache and leaves nothing in it; `false` does neither",
  async () => {
    const upstream = await indexOfTwo();
    const machine = machineOf(upstream.url, "beta==1.0\n");
    const payload = {
      pull_request: {
        number: 5,
        head: { sha: "0".repeat(40), ref: "topic", repo: { full_name: "stranger/project", fork: true } },
        base: { ref: "main", repo: { full_name: "owner/project" } },
        commits: 2,
      },
      repository: { full_name: "owner/project", name: "project", owner: { login: "owner" } },
    };
    const fork = await job(machine, { event: "pull_request", payload });
    expect(fork.outputs).toMatchObject({ "cache-hit": "none" });
    expect(textOf(fork)).not.toContain("Saved the");
    const off = await job(machine, { inputs: "{ package-cache: false }" });
    expect(off.outputs).toMatchObject({ "cache-hit": "off", "cache-key": "" });
    expect(textOf(off)).not.toContain("Saved the");
    const prefixed = await job(machine, { inputs: "{ cache-prefix: v9-, freshness: 1d }" });
    expect(prefixed.outputs["cache-hit"]).toBe("none");
    expect(prefixed.outputs["cache-key"]).toMatch(/^v9-forgexec-env-1-/);
  },
  TIME,
);
