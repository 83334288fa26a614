import { describe, expect, test } from "@jest/globals";
import { parseSpec } from "../../src/spec/index.js";

const warnings = (step: string) => {
  const { spec, diagnostics } = parseSpec(`execute:\n  - ${step}\n`, "x");
  expect(spec).toBeDefined();
  return diagnostics.map(({ severity, code, column, message }) => [
    `${severity} ${code} ${column}`,
    /`([^ ]+)` has no meaning/.exec(message)?.[1],
  ]);
};

describe("a shell operator where no shell runs gets a warning", () => {
  test.each([
    ["a && b", "&&", 7],
    ["a || b", "||", 7],
    ["a | b", "|", 7],
    ["a ; b", ";", 7],
    ["a > b", ">", 7],
    ["a 2>&1", "2>&1", 7],
    ["a < b", "<", 7],
    ["a >> b", ">>", 7],
    ["a x &", "&", 9],
    ["ls *.py", "*", 8],
    ["ls src/*", "*", 12],
    ["echo $(date)", "$(", 10],
    ['echo "x $(date)"', "$(", 13],
    ["echo x`date`", "`", 11],
    ["'ls *'", "*", 9],
  ])("%s", (step, operator, column) => {
    expect(warnings(step)).toEqual([[`warning shell-operator ${column}`, operator]]);
  });
});

describe("what is no operator gets none", () => {
  test.each([
    "pip install a>=1",
    `pip install "a>=1" 'b<2'`,
    "find . -name '*.py'",
    "echo '$(x)' '`'",
    "find . -exec rm {} ';'",
    "echo \\* a\\;b x;y",
    `echo $HOME \${x} a&b`,
    "{ run: a && b | c *, shell: true }",
    "{ run: a && b, shell: bash }",
  ])("%s", (step) => {
    expect(warnings(step)).toEqual([]);
  });
});

test("a warning names the way to a shell", () => {
  expect(parseSpec("execute: [a && b]", "x").diagnostics[0]?.message).toContain("`shell: true`");
});

const ARMOURED = [
  "-----BEGIN AGE ENCRYPTED FILE-----",
  "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSB4",
  "c2Vjb25k",
  "-----END AGE ENCRYPTED FILE-----",
  "",
].join("\n");

const withPassword = (password: string) =>
  parseSpec(
    `pypi:\n  index-servers:\n    s:\n      repository: https://x.example\n      password: ${password}\nexecute: [a]\n`,
    "x",
  );

test("a plain password gets a warning that does not repeat it", () => {
  const { spec, diagnostics } = withPassword("hunter2");
  expect(spec?.pypi?.indexServers[0]?.password).toBe("hunter2");
  expect(diagnostics.map(({ line, column, code, severity }) => [line, column, code, severity])).toEqual([
    [5, 17, "plain-password", "warning"],
  ]);
  expect(JSON.stringify(diagnostics)).not.toContain("hunter2");
});

describe("an encrypted password gets none", () => {
  test.each([
    ["as the original's plain text", `|\n${ARMOURED.replace(/^/gm, "        ")}`],
    ["under its key", `{ encrypted: ${JSON.stringify(ARMOURED)} }`],
    ["with its lines folded", `{ encrypted: "${ARMOURED.trim().replaceAll("\n", " ")}" }`],
  ])("%s", (_name, password) => {
    const { spec, diagnostics } = withPassword(password);
    expect(diagnostics).toEqual([]);
    expect(spec?.pypi?.indexServers[0]?.password).toEqual({ encrypted: ARMOURED });
  });
});
