import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import { runCli } from "./support/cli.js";
import { newHome } from "./support/home.js";
import { newProject } from "./support/project.js";

const home = newHome();

/** Would leave a file: nothing of a refused spec may run. */
const RAN = `node -e "fs.writeFileSync('ran', '')"`;
const VALID = `execute: ['${RAN.replaceAll("'", "''")}']\n`;

const deep = `${"[".repeat(200)}${"]".repeat(200)}`;
const aliases = ["a: &a0 [x, x, x, x, x, x, x, x, x, x]"]
  .concat(Array.from({ length: 9 }, (_, i) => `b${i}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(", ")}]`))
  .join("\n");

/** Specs that are wrong; what `validate` and `run` must say of each, and how many errors there are in it. */
const BAD_SPECS: readonly (readonly [name: string, spec: string | Buffer, says: RegExp, errors?: number])[] = [
  ["an empty spec", "", /empty|no phase|neither/i],
  ["a spec of comments", "# nothing\n", /empty|no phase|neither/i],
  ["a spec without a phase", "environment: { A: b }\n", /phase|execute/],
  [
    "a binary spec",
    Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 255, 254, 0, 10, 0xc3, 0x28]),
    /UTF-8|text|binary|control/i,
  ],
  ["a spec of 2 MiB", `${VALID}# ${"x".repeat(2 * 1024 * 1024)}\n`, /1 MiB/],
  ["an alias bomb", `${VALID}${aliases}\n`, /alias/i],
  ["deep nesting", `${VALID}environment: ${deep}\n`, /nest|deep|64/i],
  ["a duplicate key", `${VALID}${VALID}`, /execute/],
  ["a tab", `${VALID}linting:\n\t- flake8\n`, /tab/i],
  ["an unknown key", `${VALID}instal: [pip install x]\n`, /instal.*install/s],
  ["a wrong type", `${VALID}timeout: [1]\n`, /timeout/],
  ["unterminated quotes", `${VALID}linting: ['echo "never closed']\n`, /quot/i],
  ["two faults at once", `${VALID}environment: 3\npypi: true\n`, /environment.*pypi/s, 2],
];

/** A stack trace's line. */
const STACK = /^\s+at .+[:(]/m;

describe("a bad spec", () => {
  test.each(BAD_SPECS)(
    "%s: exit 2, one clear diagnostic for each fault, nothing runs",
    async (_, spec, says, errors = 1) => {
      const cwd = newProject({ ".forge.yml": spec });
      const [run, validate] = await Promise.all([
        runCli(["run"], { home, cwd }),
        runCli(["validate", "--json"], { home, cwd }),
      ]);
      expect([run.exitCode, validate.exitCode]).toEqual([2, 2]);
      expect(run.stderr).toMatch(says);
      expect(run.stderr).toMatch(/\.forge\.yml/);
      expect(run.stderr.length).toBeLessThan(2000);
      expect(run.all).not.toMatch(STACK);
      expect(run.stdout).toBe("");
      const found = JSON.parse(validate.stdout) as {
        severity: string;
        line: number;
        column: number;
        message: string;
      }[];
      const faults = found.filter(({ severity }) => severity === "error");
      expect(faults.map(({ message }) => message)).toHaveLength(errors);
      for (const { line, column } of faults) expect(line >= 1 && column >= 1).toBe(true);
      expect(existsSync(path.join(cwd, "ran"))).toBe(false);
    },
  );

  test("is shown with its line, a caret, and what was probably meant", async () => {
    const cwd = newProject({ ".forge.yml": `${VALID}instal: [pip install x]\n` });
    const { stderr } = await runCli(["run"], { home, cwd });
    expect(stderr).toContain(".forge.yml:2:1");
    expect(stderr).toContain("instal: [pip install x]");
    expect(stderr).toMatch(/\^/);
    expect(stderr).toMatch(/did you mean .?install/i);
  });
});

describe("bad usage", () => {
  const cases: readonly (readonly [name: string, args: readonly string[], spec: string | null, says: RegExp])[] = [
    ["no spec", ["run"], null, /\.forge\.yml/],
    ["a spec that does not exist", ["run", "--spec", "other.yml"], VALID, /other\.yml/],
    ["a spec that is a folder", ["run", "--spec", "."], VALID, /folder|directory/i],
    ["a stage that does not exist", ["run", "stagin"], VALID, /stagin.*staging/s],
    ["a phase that does not exist", ["run", "--phase", "lint"], VALID, /lint.*(linting|execute)/s],
    ["a phase to begin with that does not exist", ["run", "--from", "nowhere"], VALID, /nowhere/],
    ["a directory that does not exist", ["run", "--directory", "gone", "--spec", ".forge.yml"], VALID, /gone/],
    ["a Python that is not there", ["run", "--python", "2.99"], VALID, /2\.99/],
    ["a Python in the spec that is not there", ["run"], `python: "2.99"\n${VALID}`, /2\.99/],
    ["a time-out that is none", ["run", "--timeout", "soon"], VALID, /soon/],
    ["an option that does not exist", ["run", "--fast"], VALID, /--fast/],
    ["a command that does not exist", ["walk"], VALID, /walk/],
    [
      "a variable without a value",
      ["run"],
      `environment: { A: { env: FORGEXEC_E2E_UNSET } }\n${VALID}`,
      /FORGEXEC_E2E_UNSET/,
    ],
    ["an unknown variable", ["run"], `linting: ["echo {forge-colour}"]\n${VALID}`, /forge-colour/],
    [
      "a commit count that is not to be had",
      ["run"],
      `linting: ["echo {forge-commit-count}"]\n${VALID}`,
      /FORGE_COMMIT_COUNT/,
    ],
    [
      "a part of the format that is still to come",
      ["run"],
      `matchers: [{ name: m, pattern: x }]\n${VALID}`,
      /matchers/,
    ],
    ["ports without an image", ["run"], `ports: { 8080: 80 }\n${VALID}`, /image/],
    ["a sandbox that there is not", ["run", "--sandbox", "bubblwrap"], VALID, /bubblewrap/],
  ];

  test.each(cases)("%s: exit 2, a message that names it, nothing runs", async (_, args, spec, says) => {
    const cwd = newProject(spec === null ? {} : { ".forge.yml": spec });
    const result = await runCli(args, { home, cwd });
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toMatch(says);
    expect(result.stderr.length).toBeLessThan(2500);
    expect(result.all).not.toMatch(STACK);
    expect(existsSync(path.join(cwd, "ran"))).toBe(false);
  });

  test("keeps the stream of events empty", async () => {
    const { exitCode, stdout } = await runCli(["run", "--json", "--phase", "lint"], {
      home,
      cwd: newProject({ ".forge.yml": VALID }),
    });
    expect([exitCode, stdout]).toEqual([2, ""]);
  });
});
