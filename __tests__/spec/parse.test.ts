import { describe, expect, test } from "@jest/globals";
import { parseSpec } from "../../src/spec/index.js";
import { fixtures, summary, valid } from "./fixtures.js";

describe("every valid fixture is a spec without findings", () => {
  test.each(fixtures("valid"))("$name", ({ text, name }) => {
    const { spec, diagnostics } = parseSpec(text, name);
    expect(summary(diagnostics)).toBe("");
    expect(spec?.file).toBe(name);
  });
});

describe("every invalid fixture gives all of its findings at their places", () => {
  test.each(fixtures("invalid"))("$name", ({ text, name, expected }) => {
    const { spec, diagnostics } = parseSpec(text, name);
    expect(spec).toBeUndefined();
    expect(summary(diagnostics)).toBe(expected);
    expect(diagnostics.every(({ file, severity }) => file === name && severity === "error")).toBe(true);
  });
});

test("a short step has the model's defaults", () => {
  const spec = valid("execute:\n  - pytest -q 'a b'\n");
  expect(spec.phases).toEqual({
    execute: {
      name: "execute",
      position: { line: 1, column: 1 },
      parallel: false,
      idToken: false,
      steps: [
        {
          position: { line: 2, column: 5 },
          command: "pytest -q 'a b'",
          words: ["pytest", "-q", "a b"],
          background: false,
          environment: {},
          retry: 0,
          continueOnError: false,
        },
      ],
    },
  });
});

test("a long step has everything it says", () => {
  const spec = valid(fixtures("valid").find(({ name }) => name === "full.yml")?.text ?? "");
  const steps = spec.phases.execute?.steps ?? [];
  expect(steps.find(({ name }) => name === "Tests")).toEqual({
    position: { line: 47, column: 10 },
    name: "Tests",
    command: "pytest -q --junit-xml=report.xml",
    words: ["pytest", "-q", "--junit-xml=report.xml"],
    background: false,
    environment: { PYTHONHASHSEED: "0" },
    workingDirectory: "tests/{forge-sha}",
    timeoutMs: 600_000,
    idleTimeoutMs: 120_000,
    retry: 2,
    continueOnError: true,
    if: "linux",
    stdin: "input.txt",
  });
  expect(steps.slice(-2).map(({ shell, words, command }) => ({ shell, words, command }))).toEqual([
    { shell: "sh", words: [], command: 'echo "$HOME" && exit' },
    { shell: "/bin/bash", words: [], command: 'for i in 1 2; do\n  echo "it\'s"\ndone\n' },
  ]);
  expect(spec.timeoutMs).toBe(1_800_000);
  expect(spec.phases.install?.timeoutMs).toBe(90_000);
  expect(spec.phases.linting?.parallel).toBe(true);
  expect(spec.phases["production/deploy"]?.idToken).toBe(true);
});

test("each command of a background list is a step, and the last one has the readiness", () => {
  const { phases } = valid("execute:\n  - { background: [a, b], ready: { tcp: 80, timeout: 5 } }\n  - c\n");
  expect(phases.execute?.steps.map(({ words, background, ready }) => [words, background, ready?.kind])).toEqual([
    [["a"], true, undefined],
    [["b"], true, "tcp"],
    [["c"], false, undefined],
  ]);
});

test("every kind of readiness", () => {
  const spec = valid(fixtures("valid").find(({ name }) => name === "full.yml")?.text ?? "");
  expect(spec.phases.execute?.steps.flatMap(({ ready }) => ready ?? [])).toEqual([
    { kind: "http", url: "http://127.0.0.1:5000/health", timeoutMs: 20_000 },
    { kind: "tcp", host: "127.0.0.1", port: 6379, timeoutMs: 30_000 },
    { kind: "tcp", host: "db.example", port: 5432, timeoutMs: 30_000 },
    { kind: "log", pattern: "Listening on \\d+", timeoutMs: 30_000 },
    { kind: "command", words: ["pg_isready", "-q"], timeoutMs: 30_000 },
  ]);
});

test("numbers and booleans are commands and values as they are written", () => {
  const spec = valid("python: 3.10\nenvironment: { A: 1.50, B: True, C: 0x1F }\nexecute: [true, 007]\n");
  expect(spec.python).toBe("3.10");
  expect(spec.environment).toEqual({ A: "1.50", B: "True", C: "0x1F" });
  expect(spec.phases.execute?.steps.map(({ words }) => words)).toEqual([["true"], ["007"]]);
});

test("3.1 and 3.10 are different inputs of the environment", () => {
  const inputs = (python: string) => valid(`python: ${python}\nexecute: [x]`).environmentInputs;
  expect(inputs("3.1")).not.toEqual(inputs("3.10"));
  expect(inputs("3.10")).toEqual({ python: "3.10", pypi: null, install: null });
});

test("aliases and merge keys: a step's own keys win over merged ones", () => {
  const { phases, environmentInputs } = valid(fixtures("valid").find(({ name }) => name === "aliases.yml")?.text ?? "");
  const [first, again] = phases.execute?.steps ?? [];
  expect([first?.name, again?.name, again?.command]).toEqual(["Tests", "Tests again", "pytest"]);
  expect(again?.environment).toEqual({ A: "1", B: "2" });
  expect(phases["staging/deploy"]?.steps).toEqual(phases.install?.steps);
  expect(environmentInputs.install).toEqual(["pip install ."]);
});

test("empty and missing phases are absent", () => {
  const { phases } = valid(fixtures("valid").find(({ name }) => name === "empty-phases.yml")?.text ?? "");
  expect(Object.keys(phases)).toEqual(["execute"]);
});

test("pypi as it is given", () => {
  const { pypi } = valid(fixtures("valid").find(({ name }) => name === "original.yml")?.text ?? "");
  expect(pypi).toEqual({
    indexServers: [
      {
        name: "some-server",
        repository: "https://index.example/pypi",
        username: "builder",
        password: { env: "INDEX_PASSWORD" },
      },
    ],
    extraIndexUrls: ["https://extra.example/simple"],
    namedIndexes: [],
    pins: [],
    trustedHosts: ["extra.example"],
    findLinks: ["https://links.example/wheels"],
  });
});

test("indexes with a name, and the packages that are pinned to them", () => {
  const { pypi } = valid(`
pypi:
  extra-index-url: [https://a.example/, { name: corp, url: https://corp.example/ }]
  packages: { "mycorp-*": corp, other: corp }
execute: [x]
`);
  expect(pypi).toMatchObject({
    extraIndexUrls: ["https://a.example/", "https://corp.example/"],
    namedIndexes: [{ name: "corp", url: "https://corp.example/" }],
    pins: [
      { pattern: "mycorp-*", index: "corp" },
      { pattern: "other", index: "corp" },
    ],
  });
  const one = valid("pypi: { extra-index-url: { name: own, url: 'https://own.example/' } }\nexecute: [x]\n").pypi;
  expect(one).toMatchObject({ extraIndexUrls: ["https://own.example/"], namedIndexes: [{ name: "own" }] });
});

test("packages pinned to an index that there is not: the finding names those that there are", () => {
  const text = `pypi:\n  extra-index-url: { name: corp, url: "https://c.example/" }\n  packages: { x: corpp }\nexecute: [x]\n`;
  const { diagnostics } = parseSpec(text, "s.yml");
  expect(diagnostics).toEqual([
    {
      ...{ file: "s.yml", line: 3, column: 18, severity: "error", code: "unknown-index", suggestion: "corp" },
      message: 'No entry of `extra-index-url` is named "corpp". Known are `corp`.',
    },
  ]);
  const none = parseSpec("pypi: { packages: { x: corp } }\nexecute: [x]\n", "s.yml").diagnostics;
  expect(none).toMatchObject([{ code: "unknown-index", message: expect.stringContaining("Give one its name") }]);
});

test("a byte order mark and Windows line ends change nothing", () => {
  const { diagnostics } = parseSpec("\ufeffexecute:\r\n  - a\r\nfoo: 1\r\n", "x");
  expect(summary(diagnostics)).toBe("3:1:unknown-key\n");
});

test("a column counts characters, not UTF-16 units", () => {
  expect(summary(parseSpec('execute: ["😀é", {}]', "x").diagnostics)).toBe("1:17:one-of\n");
});

test.each([
  ["execute: [{ ru: pytest }]", "1:13:unknown-key run"],
  ["execute: [{ command: pytest }]", "1:13:unknown-key run"],
  ["execute: [{ name: x }]", "1:11:one-of"],
  ["execute: { steps: [a], inputs: [b] }", "1:24:unknown-key"],
  ["exceute: [pytest]", "1:1:unknown-key execute"],
  ["execute: *nope", "1:10:unknown-alias"],
])("one slip is one finding: %s", (text, expected) => {
  expect(summary(parseSpec(text, "x").diagnostics)).toBe(`${expected}\n`);
});

test("an unknown key that is known elsewhere is told where it belongs", () => {
  const { diagnostics } = parseSpec("execute: [a]\ndeploy: [b]\n", "x");
  expect(diagnostics[0]?.message).toContain("It belongs to `staging` or `production`");
});

test("a wrong type says what was expected and what was found", () => {
  const { diagnostics } = parseSpec("execute: [{ run: a, retry: two }]", "x");
  expect(diagnostics[0]?.message).toBe('Expected a whole number of further tries from 0 to 100, found "two".');
});

test("at most a hundred findings are listed, and the rest is counted", () => {
  const { diagnostics } = parseSpec(`execute:\n${"  - []\n".repeat(500)}`, "x");
  expect(diagnostics).toHaveLength(101);
  expect(diagnostics.at(-1)).toMatchObject({ code: "too-many-findings", message: "400 more findings are not shown." });
});
