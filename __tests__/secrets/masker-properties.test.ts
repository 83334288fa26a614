import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { Finder } from "../../src/secrets/finder.js";
import { createMasker } from "../../src/secrets/index.js";

/** Few letters, so that secrets meet, overlap and hold each other; no `*`, which masks bring in themselves. */
const LETTERS = fc.constantFrom("a", "b", "a", "b", "c", "\n", "\r", " ", ".", "$", "é", "\ud83d", "\udd11");
const secretsOf = (unit: fc.Arbitrary<string>) =>
  fc.array(fc.string({ unit, minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 5 });

/** Secrets, and a text that is made of them and of other pieces. */
const scene = fc
  .oneof(secretsOf(LETTERS), secretsOf(fc.string({ minLength: 1, maxLength: 3 }).filter((text) => !text.includes("*"))))
  .chain((secrets) =>
    fc.record({
      secrets: fc.constant(secrets),
      text: fc
        .array(fc.oneof(fc.constantFrom(...secrets), fc.string({ unit: LETTERS, maxLength: 6 })), { maxLength: 12 })
        .map((pieces) => pieces.join("")),
    }),
  );

function maskerOf(secrets: readonly string[]) {
  const masker = createMasker();
  for (const secret of secrets) masker.add(secret);
  return masker;
}

/** The lines of a value, without the white space around them. */
function linesOf(value: string): string[] {
  return value
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

test("no line of any secret is left over", () => {
  fc.assert(
    fc.property(scene, ({ secrets, text }) => {
      const masked = maskerOf(secrets).mask(text);
      for (const line of secrets.flatMap(linesOf)) expect(masked).not.toContain(line);
    }),
    { numRuns: 600 },
  );
});

test("a text in pieces, however cut, is masked as the whole is", () => {
  fc.assert(
    fc.property(scene, fc.array(fc.nat(7), { maxLength: 60 }), ({ secrets, text }, sizes) => {
      const masker = maskerOf(secrets);
      const stream = masker.stream();
      let [result, position] = ["", 0];
      for (const size of sizes) {
        result += stream.push(text.slice(position, position + size));
        position += size;
      }
      result += stream.push(text.slice(position)) + stream.end();
      expect(result).toBe(masker.mask(text));
      expect(stream.push("x\n") + stream.end()).toBe(masker.mask("x\n"));
    }),
    { numRuns: 800 },
  );
});

test("a stream holds back less than a secret's length, and nothing after a line's end", () => {
  const masker = maskerOf(["hunter2hunter2"]);
  const stream = masker.stream();
  expect(stream.push("hello h")).toBe("hello ");
  expect(stream.push("unter3 and hunter2hun")).toBe("hunter3 and ");
  expect(stream.push("\n")).toBe("hunter2hun\n");
  expect(stream.push("hunter2hun")).toBe("");
  expect(stream.push("ter2 ")).toBe("*** ");
  expect(stream.push("hunter2hunter")).toBe("");
  expect(stream.end()).toBe("hunter2hunter");
});

test("a secret that is added while a stream is open is masked from then on, also in what was held back", () => {
  const masker = maskerOf(["abcdef"]);
  const stream = masker.stream();
  expect(stream.push("hunter2 abc")).toBe("hunter2 ");
  masker.add("bcx-hunter2");
  expect(stream.push("x-hunter2 hunter2\n")).toBe("a*** hunter2\n");
});

test("the finder finds what a plain search finds", () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "c", "→"), minLength: 1, maxLength: 6 }), {
    maxLength: 6,
  });
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c", "→", "d"), maxLength: 40 });
  fc.assert(
    fc.property(words, text, (needles, haystack) => {
      const covered = [...haystack].map(() => false);
      for (const needle of needles) {
        for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1))
          covered.fill(true, at, at + needle.length);
      }
      const found = [...haystack].map(() => false);
      for (const { start, end } of new Finder(new Set(needles)).spans(haystack)) found.fill(true, start, end);
      expect(found).toEqual(covered);
    }),
    { numRuns: 600 },
  );
});

test("any text may be a secret", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (secret) => {
      const masked = maskerOf([secret]).mask(`before\n${secret}\nafter`);
      for (const line of linesOf(secret)) if (!line.includes("*")) expect(masked).not.toContain(line);
    }),
  );
});
