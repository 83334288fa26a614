import { finished } from "node:stream/promises";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { LineOutput } from "../../src/run/output.js";
import { createMasker } from "../../src/secrets/index.js";

/** What comes out of an output that the given pieces go into. */
async function through(pieces: readonly (string | Buffer)[], secrets: readonly string[] = []): Promise<string[]> {
  const masker = createMasker();
  for (const secret of secrets) masker.add(secret);
  const texts: string[] = [];
  const output = new LineOutput(masker, (text) => {
    texts.push(text);
    return undefined;
  });
  for (const piece of pieces) output.write(piece);
  output.end();
  await finished(output);
  return texts;
}

test("texts are whole lines, without the last newline", async () => {
  expect(await through(["a\nb", "c\n", "\n", "d"])).toEqual(["a", "bc", "", "d"]);
});

test("invalid UTF-8 becomes replacement characters, and nothing is lost around it", async () => {
  expect(await through([Buffer.from([0x61, 0xff, 0x62, 0x0a, 0xe2, 0x82])])).toEqual(["a\ufffdb", "\ufffd"]);
});

test("a line over 64 KiB is passed on in parts, of whole characters", async () => {
  const line = "😀".repeat(100_000);
  const parts = (await through([line])).flatMap((text) => text.split("\n"));
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.every((part) => part.length <= 65_536 && !part.includes("\ufffd") && part.length % 2 === 0)).toBe(true);
  expect(parts.join("")).toBe(line);
});

test("no secret gets out of a long line, wherever it stands and however the line arrives", async () => {
  const secret = "s3cr3t-with-some-length";
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 140_000 }), fc.integer({ min: 1, max: 70_000 }), async (place, size) => {
      const line = `${"x".repeat(place)}${secret}${"y".repeat(140_000 - place)}`;
      const pieces = Array.from({ length: Math.ceil(line.length / size) }, (_, at) =>
        line.slice(at * size, (at + 1) * size),
      );
      const joined = (await through(pieces, [secret])).flatMap((text) => text.split("\n")).join("");
      expect(joined).toBe(line.replace(secret, "***"));
    }),
    { numRuns: 60 },
  );
});

test("each line of a secret is masked, also where the pieces cut it", async () => {
  const texts = await through(["first-ha", "lf\nsecond", "-half\nplain"], ["first-half\nsecond-half"]);
  expect(texts.join("\n")).toBe("***\n***\nplain");
});

test("of secrets that begin alike the longer one is masked whole, wherever the pieces of a long line cut it", async () => {
  const [short, long] = ["s3cr3t", "s3cr3t-and-a-good-deal-more"];
  for (let cut = 1; cut < long.length; cut++) {
    const line = `${"x".repeat(70_000)}${long}${"y".repeat(70_000)}`;
    const pieces = [line.slice(0, 70_000 + cut), line.slice(70_000 + cut)];
    const joined = (await through(pieces, [short, long])).flatMap((text) => text.split("\n")).join("");
    expect(joined).toBe(line.replace(long, "***"));
  }
});
