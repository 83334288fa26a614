import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseSpec } from "../../src/spec/index.js";
import { fixtures } from "./fixtures.js";

const lines = [...fixtures("valid"), ...fixtures("invalid")].flatMap(({ text }) => text.split("\n"));
const pieces = [
  "{",
  "}",
  "[",
  "]",
  ": ",
  "- ",
  "? ",
  "&a ",
  "*a",
  "<<: ",
  "|\n",
  ">-\n",
  '"',
  "'",
  "\t",
  "\n",
  "!x ",
  "---\n",
  "#",
  "%",
  "\\",
  "execute:",
  "__proto__: ",
  "\0",
  "😀",
  "\ud800",
];

/** Every finding is well formed, and there is a spec or an error. */
function check(text: string): void {
  const { spec, diagnostics } = parseSpec(text, "x");
  expect(spec === undefined).toBe(diagnostics.some(({ severity }) => severity === "error"));
  const count = text.split("\n").length;
  for (const { line, column, code, message } of diagnostics) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(count);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(message).not.toBe("");
  }
}

test("no text crashes the parser: characters", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), check), { numRuns: 300 });
});

test("no text crashes the parser: pieces of YAML", () => {
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 40 });
  fc.assert(
    fc.property(
      text.map((parts) => parts.join("")),
      check,
    ),
    { numRuns: 1000 },
  );
});

test("no text crashes the parser: lines of specs in any order", () => {
  const text = fc.array(fc.constantFrom(...lines), { maxLength: 30 });
  fc.assert(
    fc.property(
      text.map((parts) => parts.join("\n")),
      check,
    ),
    { numRuns: 500 },
  );
});

test("no document crashes the parser: any data under the format's keys", () => {
  const keys = [
    "execute",
    "steps",
    "run",
    "background",
    "ready",
    "pypi",
    "index-servers",
    "password",
    "environment",
    "staging",
    "deploy",
    "python",
    "timeout",
  ];
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      fc.jsonValue({ maxDepth: 1 }),
      fc.array(tie("tree"), { maxLength: 3 }),
      tie("map"),
    ),
    map: fc.dictionary(fc.constantFrom(...keys), tie("tree"), { maxKeys: 4 }),
  }));
  fc.assert(
    fc.property(
      tree.map((value) => JSON.stringify(value, null, 1)),
      check,
    ),
    { numRuns: 500 },
  );
});

test.each([
  ["flow lists", "[".repeat(500_000)],
  ["flow mappings", "{".repeat(500_000)],
  ["block lists", "- ".repeat(250_000)],
  ["mappings by indentation", Array.from({ length: 300 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
])("deep nesting is one finding: %s", (_name, text) => {
  expect(parseSpec(text, "x").diagnostics.map(({ code }) => code)).toEqual(["too-deep"]);
});

test("nesting of 64 is read", () => {
  const nested = (depth: number) => `execute: ${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}`;
  expect(parseSpec(nested(64), "x").diagnostics.map(({ code }) => code)).toEqual(["wrong-type"]);
  expect(parseSpec(nested(65), "x").diagnostics.map(({ code }) => code)).toEqual(["too-deep"]);
});

test("more than 1 MiB is one finding", () => {
  expect(parseSpec(`execute: [a]\n${"#".repeat(2 ** 20)}`, "x").diagnostics.map(({ code }) => code)).toEqual([
    "too-large",
  ]);
});

test("a key named __proto__ is a key like any other", () => {
  const { spec } = parseSpec("environment: { __proto__: x }\nexecute: [a]\n", "x");
  expect(Object.entries(spec?.environment ?? {})).toEqual([["__proto__", "x"]]);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

test("an alias may stand for a list as long as a spec can hold", () => {
  check(`foo: &all [${"1,".repeat(150_000)}]\nexecute: *all\n`);
});
