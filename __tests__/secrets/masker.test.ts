import { describe, expect, test } from "@jest/globals";
import { createMasker } from "../../src/secrets/index.js";

function maskerOf(...secrets: readonly string[]) {
  const masker = createMasker();
  for (const secret of secrets) masker.add(secret);
  return masker;
}

describe("mask", () => {
  test("leaves a text alone when there is no secret", () => {
    const masker = maskerOf("", " \n\t\r\n");
    expect(masker.mask("a b\n\n c")).toBe("a b\n\n c");
    expect(masker.longest).toBe(0);
  });

  test.each([
    ["wherever it stands", ["hunter2"], "hunter2 xhunter2x\nhunter2", "*** x***x\n***"],
    ["taken as it is, not as a regular expression", ["a.c$(x)[1]\\d+"], "abc a.c$(x)[1]\\d+ a.c", "abc *** a.c"],
    ["of one letter", ["e"], "tree", "tr***"],
    ["within another", ["pass", "password"], "password pass passw", "*** *** ***w"],
    ["that overlaps another, with no rest of either", ["abcd", "cdef"], "xabcdefx", "x***x"],
    ["each line of it", ["one-line\r\n\r\n  other-line\n"], "one-line\nx other-line x\n", "***\nx *** x\n"],
    ["of other scripts", ["pässwörd🔑"], "[pässwörd🔑]", "[***]"],
  ])("masks a secret %s", (_, secrets, text, masked) => {
    expect(maskerOf(...secrets).mask(text)).toBe(masked);
  });

  test("takes as many secrets as a hostile spec can name", () => {
    const secrets = Array.from({ length: 8000 }, (_, index) => `secret-number-${index}-and-more`);
    expect(maskerOf(...secrets).mask(`x ${secrets[7999]} y ${secrets[0]}`)).toBe("x *** y ***");
  });

  test("masks what was added later", () => {
    const masker = maskerOf("first-secret");
    masker.add("a-much-longer-second-secret");
    expect(masker.mask("first-secret a-much-longer-second-secret")).toBe("*** ***");
    expect(masker.longest).toBeGreaterThanOrEqual("a-much-longer-second-secret".length);
  });
});
