import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { oneLine, Printable, plain } from "../../src/terminal-text.js";

const ESC = "\u001b";

test.each([
  ["plain text, tabs and any script", "a\tb\n日本 é 👍", "a\tb\n日本 é 👍"],
  ["cursor movement and erasing", `a${ESC}[2Jb${ESC}[1;1Hc${ESC}[?25ld${ESC}[3Ae`, "abcde"],
  ["a window title", `a${ESC}]0;owned\u0007b`, "ab"],
  ["the clipboard", `a${ESC}]52;c;b3duZWQ=${ESC}\\b`, "ab"],
  ["a hyperlink", `${ESC}]8;;http://x${ESC}\\text${ESC}]8;;${ESC}\\`, "text"],
  ["a device control string", `a${ESC}P$qm${ESC}\\b`, "ab"],
  ["8-bit control characters", "a\u009b2Jb\u009d0;t\u009cc\u0085d", "abcd"],
  ["a reset and charsets", `a${ESC}cb${ESC}(0c${ESC}#8d`, "abcd"],
  ["unfinished sequences", `a${ESC}]0;title\nb${ESC}[31\nc${ESC}`, "a]0;title\nb[31\nc"],
  ["bells, NUL and other controls", "a\u0007\u0000\u000e\u007fb", "ab"],
  ["overstriking", "b\bbo\bo", "bo"],
  ["a progress bar", "10%\r50%\r100%", "100%"],
  ["a progress bar that clears itself", "10%\r100%\r    \r", "100%"],
  ["line ends of Windows", "a\r\nb\r", "a\nb"],
])("%s", (_, text, clean) => {
  expect(new Printable("keep").clean(text)).toBe(clean);
  expect(plain(text)).toBe(clean);
});

test("colours are kept, end with each line and go on in the next", () => {
  const printable = new Printable("keep");
  expect(printable.clean(`${ESC}[31mred\nstill${ESC}[0m not`)).toBe(
    `${ESC}[31mred${ESC}[0m\n${ESC}[31mstill${ESC}[0m not`,
  );
  expect(printable.clean(`${ESC}[1;38;5;208mx${ESC}[39m`)).toBe(`${ESC}[1;38;5;208mx${ESC}[39m${ESC}[0m`);
  expect(printable.clean("bold")).toBe(`${ESC}[1mbold${ESC}[0m`);
  expect(printable.clean(`${ESC}[22mplain`)).toBe(`${ESC}[1m${ESC}[22mplain`);
  expect(printable.clean("plain")).toBe("plain");
});

test("colours that are not wanted are dropped", () => {
  expect(new Printable("drop").clean(`${ESC}[31mred${ESC}[0m\nx`)).toBe("red\nx");
});

test("whatever comes in, nothing but colours and text comes out", () => {
  const piece = fc.constantFrom(
    ESC,
    "[",
    "]",
    "m",
    "0",
    ";",
    "\u009b",
    "\u0007",
    "\\",
    "P",
    "\r",
    "\b",
    "\n",
    "x",
    "?",
    "H",
    "\u009c",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      const kept = new Printable("keep").clean(text);
      expect(kept.replace(/\u001b\[[0-9;:]*m/g, "")).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
      expect(plain(text)).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
      expect(kept.split("\n")).toHaveLength(text.split("\n").length);
    }),
    { numRuns: 2000 },
  );
});

test("a hostile megabyte takes no more than linear work", () => {
  for (const unit of [ESC, `${ESC}]`, `${ESC}[`, `${ESC}[0`, "\u009d", "\r", "x\b", `${ESC}[31m`, `${ESC}P`]) {
    expect(new Printable("keep").clean(unit.repeat(1_000_000 / unit.length))).not.toContain(`${ESC}]`);
  }
});

test("a name is one line without anything that turns or hides text", () => {
  expect(oneLine(`a\nb\r\n${ESC}[2Jc\u202ed\u2066e\u2028f`)).toBe("a b cde f");
});
