import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseSpec, renderDiagnostic } from "../../src/spec/index.js";

const shown = (text: string, file = ".forge.yml") =>
  parseSpec(text, file).diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, text, { color: "never" }));

test("a finding has its place, its line, a caret and what was meant", () => {
  expect(shown("execute:\n  - run: pytest\n    idle-timout: 3s\n")).toEqual([
    [
      '.forge.yml:3:5: error: The key "idle-timout" is not known here.',
      "      idle-timout: 3s",
      "      ^",
      "  did you mean `idle-timeout`?",
    ].join("\n"),
  ]);
});

test("the caret stands under its character behind wide ones and tabs", () => {
  const [wide] = shown('execute: ["漢字😀", []]\n');
  expect(wide?.split("\n").slice(1)).toEqual(['  execute: ["漢字😀", []]', `  ${" ".repeat(20)}^`]);
  const [tab] = shown("execute:\t[a,\t{}]\n");
  expect(tab?.split("\n").slice(1)).toEqual(["  execute:    [a,    {}]", `  ${" ".repeat(19)}^`]);
});

test("colours are there only when asked for", () => {
  const text = "execute: [a]\nexecut: [b]\n";
  const [diagnostic] = parseSpec(text, "x").diagnostics;
  if (!diagnostic) throw new Error("no finding");
  expect(renderDiagnostic(diagnostic, text, { color: "never" })).not.toContain("\u001b");
  expect(renderDiagnostic(diagnostic, text, { color: "always" })).toContain("\u001b[31merror:\u001b[0m");
});

test.each([
  "password: hunter2",
  'password: "hunter2"',
  "password: 'hunter2'",
  "password: &anchor hunter2",
  "password: !!str hunter2",
  "password: [hunter2]",
  "password: [hunter2",
  "password: hunter2: x",
  '"password": hunter2',
  "pasword: hunter2",
  "? password\n      : hunter2",
  "password:\n        hunter2",
  "password:\n\n        hunter2",
  'password:\n        "hunter2',
  "password: |\n        hunter2",
  'password: "x\n        hunter2"',
  "password: { encrypted: hunter2 }",
  "password:\n        encrypted: hunter2",
  "password:\n        encrypted:\n          hunter2",
])("no password is shown: %j", (entry) => {
  const text = `pypi:\n  index-servers:\n    s:\n      repository: https://x.example/\n      ${entry}\nexecute: [a]\n`;
  const message = "something";
  for (const line of text.split("\n").keys()) {
    const diagnostic = { file: "f", line: line + 1, column: 1, severity: "error", code: "x", message } as const;
    expect(renderDiagnostic(diagnostic, text, { color: "never" })).not.toContain("hunter2");
  }
  expect(shown(text).join("\n")).not.toContain("hunter2");
});

test.each([
  'repository: "https://builder:hunter2@ x.example/"',
  'repository: "ttps://builder:hunter2@x.example/"',
  "repository: https://builder:hunter2@x.example/\n      foo: [https://builder:hunter2@x.example/]",
])("no password in a URL is shown: %j", (entry) => {
  const output = shown(`pypi:\n  index-servers:\n    s:\n      ${entry}\nexecute: [a]\n`).join("\n");
  expect(output).toContain("error:");
  expect(output).not.toContain("hunter2");
});

test("what is no secret stays as it is", () => {
  const [finding] = shown("environment: { TOKEN: { env: API_TOKEN }, X: [1, []] }\nexecute: [a: 1, b: 2]\nfoo: 1\n");
  expect(finding).toContain("env: API_TOKEN");
});

test("of a long line the part around the caret is shown", () => {
  const [finding] = shown(`execute: [${"a, ".repeat(500)}{}, ${"b, ".repeat(500)}c]\n`);
  const [, line = "", caret = ""] = finding?.split("\n") ?? [];
  expect(line.length).toBeLessThan(200);
  expect(line.slice(caret.indexOf("^")).startsWith("{}")).toBe(true);
});

test("a hostile spec sends no control characters to the terminal", () => {
  const evil = "\u001b[2J\u009b1m\u202e\u0007";
  const output = shown(`execute: [{ run: "a", if: "${evil}", "${evil}": "x" }]\n"k\\e[2J": 1\n`, `f${evil}.yml`).join(
    "\n",
  );
  expect(output).toContain("\\x1b");
  expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});

test("any place in any text can be shown", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(20), fc.nat(400), (text, line, column) => {
      const place = { file: text, line: line + 1, column: column + 1 };
      const diagnostic = { ...place, severity: "warning", code: "x", message: text, suggestion: text } as const;
      expect(renderDiagnostic(diagnostic, text, { color: "never" })).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    }),
  );
});
