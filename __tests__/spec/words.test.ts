import { spawnSync } from "node:child_process";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { quoteWord, quoteWords, splitWords } from "../../src/spec/index.js";

const PYTHON = `
import json, shlex, sys
def split(text):
    try:
        return {"words": shlex.split(text)}
    except ValueError as error:
        return {"problem": str(error)}
texts = json.load(sys.stdin)
json.dump([[split(text), shlex.quote(text)] for text in texts], sys.stdout)
`;

function python(texts: readonly string[]): [{ words: string[] } | { problem: string }, string][] | undefined {
  const { stdout, status } = spawnSync("python3", ["-c", PYTHON], {
    input: JSON.stringify(texts),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return status === 0 ? JSON.parse(stdout) : undefined;
}

const ours = (text: string) => {
  const result = splitWords(text);
  return "problem" in result ? { problem: result.problem } : result;
};

const hasPython = python([]) !== undefined || (process.env.CI === "true" && process.platform === "linux");
const withPython = hasPython ? test : test.skip;

// Mostly what the rules are about; the rest of Unicode (whole characters, which JSON can carry) is text.
const text = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom("'", '"', "\\", " ", "\t", "\n", "\r") },
      { weight: 4, arbitrary: fc.constantFrom("a", "#", "$", ";", "é", "😀", "\u00a0", "\u2028", "\v", "\f", "\0") },
      { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 3 }) },
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(""));

withPython("agrees with Python's shlex.split and shlex.quote on thousands of strings (needs python3)", () => {
  const texts = fc.sample(text, { numRuns: 8000, seed: 1 }).concat(fc.sample(text, { numRuns: 4000 }));
  const expected = python(texts) ?? [];
  expect(expected).toHaveLength(texts.length);
  const different = texts.flatMap((sample, index) => {
    const [split, quoted] = expected[index] ?? [];
    const same = JSON.stringify([ours(sample), quoteWord(sample)]) === JSON.stringify([split, quoted]);
    return same ? [] : [{ sample, python: [split, quoted], ours: [ours(sample), quoteWord(sample)] }];
  });
  expect(different).toEqual([]);
  expect(expected.filter(([split]) => "words" in split).length).toBeGreaterThan(2000);
});

describe("splits", () => {
  test.each<[string, string[]]>([
    ["", []],
    ["  \t\n ", []],
    ["a b\tc\nd\re", ["a", "b", "c", "d", "e"]],
    [`''`, [""]],
    [`a'b'"c"d`, ["abcd"]],
    [`'a\\b' "a\\b" a\\b`, ["a\\b", "a\\b", "ab"]],
    [`"a\\"b" "a\\\\b" "\\$x"`, ['a"b', "a\\b", "\\$x"]],
    ["a # b", ["a", "#", "b"]],
    ["a\\\nb", ["a\nb"]],
    ["$HOME *.py && x", ["$HOME", "*.py", "&&", "x"]],
  ])("%j", (input, words) => {
    expect(splitWords(input)).toEqual({ words });
  });
});

test("tells why and where a text cannot be split", () => {
  expect(splitWords(`a "b c`)).toEqual({ problem: "No closing quotation", offset: 2 });
  expect(splitWords(`a 'b "c"`)).toEqual({ problem: "No closing quotation", offset: 2 });
  expect(splitWords("a b\\")).toEqual({ problem: "No escaped character", offset: 3 });
  expect(splitWords('a "b\\')).toEqual({ problem: "No escaped character", offset: 4 });
});

test("quoted words split into themselves", () => {
  fc.assert(
    fc.property(fc.array(text), (words) => {
      expect(splitWords(quoteWords(words))).toEqual({ words });
    }),
  );
});
