import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect } from "@jest/globals";
import { runCli } from "./support/cli.js";
import { outputOf } from "./support/events.js";
import { newHome } from "./support/home.js";
import { copyOfExample } from "./support/project.js";
import { testWithPython as test } from "./support/python.js";
import { phaseResults, runStreamed } from "./support/stream.js";

const TIME = 180_000;
const home = newHome();

describe("examples/library (Python 3.10 or newer as python3)", () => {
  let cwd = "";
  beforeAll(() => {
    cwd = copyOfExample("library");
  });

  test(
    "is installed, checked side by side and tested",
    async () => {
      const run = await runStreamed([], { home, cwd });
      if (run.exitCode !== 0) throw new Error(outputOf(run.events) + run.stderr);
      expect(phaseResults(run)).toEqual(["install: success", "linting: success", "execute: success"]);
      expect(outputOf(run.events)).toContain("MLXVI\nMDCCLXXXIX\nMCMXCIV\n");
      expect(readFileSync(path.join(cwd, "build/junit.xml"), "utf8")).toContain('failures="0"');
    },
    TIME,
  );

  test(
    "keeps its environment: the next run finds everything in place",
    async () => {
      const run = await runStreamed(["--phase", "install"], { home, cwd });
      expect(run.exitCode).toBe(0);
      expect(outputOf(run.events)).toContain("Requirement already satisfied: pytest");
      expect(outputOf(run.events)).not.toMatch(/^Collecting /m);
      expect(existsSync(path.join(cwd, ".forge/env/bin")) || existsSync(path.join(cwd, ".forge/env/Scripts"))).toBe(
        true,
      );
    },
    TIME,
  );

  test(
    "exec runs a command in that environment",
    async () => {
      const { exitCode, stdout } = await runCli(
        [
          "exec",
          "--",
          "python",
          "-c",
          "import sys, forge_example_roman as r; print(sys.prefix != sys.base_prefix, r.to_roman(9))",
        ],
        { home, cwd },
      );
      expect([exitCode, stdout.trim()]).toEqual([0, "True IX"]);
    },
    TIME,
  );

  test(
    "finds faults in parallel and ends with the first one's code in the spec's order",
    async () => {
      const spec = path.join(cwd, ".forge.yml");
      writeFileSync(
        spec,
        readFileSync(spec, "utf8").replace("run: ruff check .", 'run: python -c "raise SystemExit(5)"'),
      );
      writeFileSync(path.join(cwd, "tests/test_types.py"), "x: int = 'text'\n");
      const run = await runStreamed(["--phase", "install", "--phase", "linting"], { home, cwd });
      expect(run.exitCode).toBe(5);
      const [, linting] = run.end.phases;
      expect(linting?.steps.map(({ name, exitCode }) => `${name}: ${exitCode}`)).toEqual([
        "Style: 5",
        "Format: 1",
        "Types: 1",
      ]);
    },
    TIME,
  );
});
