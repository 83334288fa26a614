import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect } from "@jest/globals";
import { runCli } from "./support/cli.js";
import { eventsOf, outputOf } from "./support/events.js";
import { newHome } from "./support/home.js";
import { testWithPython as test } from "./support/python.js";
import { phaseResults, runStreamed } from "./support/stream.js";
import { temporaryFolder } from "./support/temporary.js";

const home = newHome();

const SPEC = `
environment: { PYTHONHASHSEED: "0" }
install:
  - pip install pytest freezegun
  - pip install .
linting:
  - python -m compileall -q src
execute:
  - name: Tests
    run: python -m pytest -q
    timeout: 5m
`;

/** The project's sdist, unpacked. */
function fetchItsdangerous(): string {
  const folder = temporaryFolder();
  const env = home.environment;
  const args = ["-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", "itsdangerous==2.2.0"];
  execFileSync("python3", args, { cwd: folder, env, stdio: "pipe" });
  const [archive] = readdirSync(folder);
  execFileSync("tar", ["-xf", String(archive)], { cwd: folder });
  return path.join(folder, String(readdirSync(folder).find((name) => name !== archive)));
}

describe("a real project's source distribution (Python 3.10 or newer as python3)", () => {
  test("of itsdangerous is installed and passes its own tests; so does the spec that init writes", async () => {
    const cwd = fetchItsdangerous();
    writeFileSync(path.join(cwd, ".forge.yml"), SPEC);
    const run = await runStreamed([], { home, cwd });
    if (run.exitCode !== 0) throw new Error(outputOf(run.events) + run.stderr);
    expect(phaseResults(run)).toEqual(["install: success", "linting: success", "execute: success"]);
    expect(eventsOf(run.events, "output").some(({ text }) => /\d{3,} passed/.test(text))).toBe(true);

    const init = await runCli(["init", "--force"], { home, cwd });
    expect(init.exitCode).toBe(0);
    const validate = await runCli(["validate"], { home, cwd });
    expect(validate.exitCode).toBe(0);
  }, 240_000);
});
