import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { findVariables, substitute, VARIABLES } from "../../src/spec/index.js";

const VALUES = { "forge-sha": "abc", "forge-owner": "{forge-sha}", "forge-repo": "a b'c" };

describe("substitutes", () => {
  test.each([
    ["x{forge-sha}y", "xabcy"],
    ["{forge-sha}{forge-sha}", "abcabc"],
    ["{{forge-sha}", "{forge-sha}"],
    ["{{forge-sha}}", "{forge-sha}}"],
    ["{{{forge-sha}", "{{forge-sha}"],
    ["{{forge-", "{forge-"],
    [`{{x} {{ {} \${x} {a:1}`, `{{x} {{ {} \${x} {a:1}`],
    ["{forge-owner}", "{forge-sha}"],
    ["{forge-nope} {forge-sha {forge-sha }", "{forge-nope} {forge-sha {forge-sha }"],
    ["{forge-repo}", "a b'c"],
    ["{forge-constructor}{constructor}", "{forge-constructor}{constructor}"],
  ])("%s", (text, expected) => {
    expect(substitute(text, VALUES)).toBe(expected);
  });
});

test("a value with a dollar sign is taken as it is", () => {
  expect(substitute("{forge-sha}", { "forge-sha": "$& $1 $$" })).toBe("$& $1 $$");
});

test("finds known and unknown names with their offsets", () => {
  expect(findVariables("a {forge-sha} {{forge-sha} {forge-nope} {x} {Forge-sha}")).toEqual([
    { name: "forge-sha", offset: 2 },
    { name: "forge-nope", offset: 27 },
  ]);
});

test("knows every variable of the format", () => {
  expect(VARIABLES.map((name) => substitute(`{${name}}`, { [name]: "value" }))).toEqual(VARIABLES.map(() => "value"));
});

test("no text is a problem, and values never become variables", () => {
  const piece = fc.oneof(
    fc.constantFrom("{", "}", "{{", "forge-", "forge-sha", "{forge-sha}", "$"),
    fc.string({ unit: "grapheme-ascii" }),
  );
  const text = fc.array(piece).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, text, (input, value) => {
      const marked = substitute(input, { "forge-sha": "\u0000" });
      expect(substitute(input, { "forge-sha": value })).toBe(marked.replaceAll("\u0000", () => value));
      for (const { name, offset } of findVariables(input))
        expect(input.slice(offset).startsWith(`{${name}}`)).toBe(true);
    }),
  );
});
