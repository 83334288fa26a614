import { expect, test } from "@jest/globals";
import { clip, pad, widthOf } from "../../src/columns.js";
import { durationText, shouldColor } from "../../src/report/index.js";
import { Tail } from "../../src/report/tail.js";

test.each([
  [0, "0ms"],
  [-5, "0ms"],
  [Number.NaN, "0ms"],
  [999.4, "999ms"],
  [999.6, "1.0s"],
  [3249, "3.2s"],
  [59_949, "59.9s"],
  [59_960, "1m 00s"],
  [125_000, "2m 05s"],
  [3_599_700, "1h 00m"],
  [3_720_000, "1h 02m"],
  [100 * 3_600_000, "100h 00m"],
])("%d ms is %s", (ms, text) => {
  expect(durationText(ms)).toBe(text);
});

test.each([
  ["auto", {}, true, true],
  ["auto", {}, false, false],
  ["auto", {}, undefined, false],
  ["never", { FORCE_COLOR: "1" }, true, false],
  ["always", { NO_COLOR: "1" }, false, true],
  ["auto", { NO_COLOR: "1" }, true, false],
  ["auto", { NO_COLOR: "" }, true, true],
  ["auto", { NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
  ["auto", { FORCE_COLOR: "1" }, false, true],
  ["auto", { FORCE_COLOR: "" }, false, true],
  ["auto", { FORCE_COLOR: "0" }, true, false],
  ["auto", { FORCE_COLOR: "false" }, true, false],
  ["auto", { TERM: "dumb" }, true, false],
  ["auto", { TERM: "dumb", FORCE_COLOR: "1" }, true, true],
  ["auto", { CLICOLOR: "0" }, true, false],
  ["auto", { CLICOLOR: "1" }, false, false],
  ["auto", { CLICOLOR_FORCE: "1" }, false, true],
] as const)("colours: %s with %j on a terminal: %s", (mode, environment, isTTY, expected) => {
  expect(shouldColor({ mode, environment, isTTY })).toBe(expected);
});

test("text is cut and filled by columns, not by characters", () => {
  expect(clip("日本語", 6)).toBe("日本語");
  expect(clip("日本語", 5)).toBe("日本…");
  expect(clip("👨‍👩‍👧 family", 4)).toBe("👨‍👩‍👧 …");
  expect(clip("abc", 0)).toBe("");
  expect(pad("日", 4)).toBe("日  ");
  expect(widthOf(clip(`a${"\u0301".repeat(10_000)}b`, 5))).toBeLessThanOrEqual(5);
});

test("a tail keeps the last lines", () => {
  const tail = new Tail({ lines: 3, characters: 100 });
  for (let line = 1; line <= 1000; line++) tail.push(`line ${line}`);
  expect(tail.text()).toBe("line 998\nline 999\nline 1000");
  tail.push("a\nb");
  expect(tail.text()).toBe("line 1000\na\nb");
  tail.clear();
  expect(tail.text()).toBe("");
});

test("a tail keeps blank lines and cuts a long one from its beginning", () => {
  const tail = new Tail({ lines: 5, characters: 20 });
  tail.push("");
  tail.push("a");
  expect(tail.text()).toBe("\na");
  tail.push("x".repeat(100));
  expect(tail.text()).toBe(`…${"x".repeat(19)}`);
  tail.push("😀".repeat(15));
  expect(tail.text()).toMatch(/^…(😀)+$/u);
});
