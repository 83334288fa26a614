import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeAll, describe, expect } from "@jest/globals";
import { runCli } from "./support/cli.js";
import { eventsOf, outputOf } from "./support/events.js";
import { newHome } from "./support/home.js";
import { replacePorts } from "./support/ports.js";
import { processesWith } from "./support/processes.js";
import { commitAll, copyOfExample } from "./support/project.js";
import { testWithPython as test } from "./support/python.js";
import { phaseResults, runStreamed } from "./support/stream.js";

const TIME = 180_000;

/** One user for the whole file: the later runs are those of someone who has run the example before. */
const home = newHome();
const PYPIRC = path.join(home.folder, ".pypirc");

describe("examples/rest-api (Python 3.10 or newer as python3)", () => {
  const cwd = copyOfExample("rest-api");
  const module = path.join(cwd, "src/notes_api/__init__.py");
  const source = readFileSync(module, "utf8");

  beforeAll(() => replacePorts(path.join(cwd, ".forge.yml"), [18431, 18432]));
  afterEach(() => writeFileSync(module, source));

  test("validates without a warning", async () => {
    const { exitCode, all } = await runCli(["validate"], { home, cwd });
    expect([exitCode, /warning/i.test(all)]).toEqual([0, false]);
    expect((await runCli(["validate", "--json"], { home, cwd })).stdout.trim()).toBe("[]");
  });

  test(
    "installs, lints, serves and is tested, for a user who has nothing yet",
    async () => {
      const { exitCode, stderr, all } = await runCli(["run", "--directory", cwd], { home, cwd: home.folder });
      if (exitCode !== 0) throw new Error(all);
      for (const phase of ["install", "linting", "execute"]) expect(stderr).toContain(phase);
      expect(all).toContain("8 passed");
      expect(existsSync(PYPIRC)).toBe(false);
      expect(processesWith(home.mark)).toEqual([]);
    },
    TIME,
  );

  test(
    "tells it all in its events",
    async () => {
      const run = await runStreamed([], { home, cwd });
      if (run.exitCode !== 0) throw new Error(outputOf(run.events) + run.stderr);
      expect(phaseResults(run)).toEqual(["install: success", "linting: success", "execute: success"]);
      const ready = eventsOf(run.events, "step.ready").map(({ phase, step }) => `${phase} ${step}`);
      expect(ready).toEqual(["install 0", "execute 0"]);
      expect(outputOf(run.events)).toContain("8 passed");
      // The test before this one has left it.
      expect(run.end.cache).toMatchObject({ hit: "exact", savedKey: null });
    },
    TIME,
  );

  test("staging where no commit can be counted is refused before anything runs", async () => {
    const { exitCode, stderr } = await runCli(["run", "staging"], { home, cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("FORGE_COMMIT_COUNT");
    expect(existsSync(path.join(cwd, "dist"))).toBe(false);
  });

  test(
    "staging: a release candidate with the commit count is built, uploaded, installed from the index and tested",
    async () => {
      commitAll(cwd, home, 3);
      const own = "[distutils]\nindex-servers = mine\n\n[mine]\nrepository = https://mine.invalid/\nusername = me\n";
      writeFileSync(PYPIRC, own, { mode: 0o600 });
      const run = await runStreamed(["staging"], { home, cwd });
      if (run.exitCode !== 0) throw new Error(outputOf(run.events) + run.stderr);
      expect(phaseResults(run)).toEqual(["install: success", "staging/deploy: success", "staging/execute: success"]);
      expect(
        readdirSync(path.join(cwd, "uploads"))
          .filter((name) => name !== ".gitignore")
          .sort(),
      ).toEqual(["forge_example_notes-1.0.0.dev3-py3-none-any.whl", "forge_example_notes-1.0.0.dev3.tar.gz"]);
      expect(outputOf(run.events)).toContain("Successfully installed forge-example-notes-1.0.0.dev3");
      expect(readFileSync(PYPIRC, "utf8")).toBe(own);
      expect(processesWith(home.mark)).toEqual([]);
    },
    TIME,
  );

  test(
    "a fault in the service is found by its linter, with the linter's exit code",
    async () => {
      writeFileSync(module, "import os\n");
      const run = await runStreamed([], { home, cwd });
      expect(run.exitCode).toBe(1);
      expect(phaseResults(run)).toEqual(["install: success", "linting: failure", "execute: skipped"]);
      expect(outputOf(run.events)).toContain("F401");
    },
    TIME,
  );

  test(
    "a service that cannot start fails its phase at once, with its last words",
    async () => {
      writeFileSync(module, 'raise SystemExit("no database")\n');
      const { exitCode, all } = await runCli(["run", "--phase", "install", "--phase", "execute"], { home, cwd });
      expect(exitCode).toBe(1);
      expect(all).toContain("no database");
      expect(all).not.toContain("pytest session");
      expect(processesWith(home.mark)).toEqual([]);
    },
    TIME,
  );
});
