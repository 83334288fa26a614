import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  formatDuration,
  formatSize,
  LONGEST_TIMEOUT_MS,
  parseDuration,
  parseSize,
  parseTimeout,
} from "../../src/spec/index.js";

describe("durations", () => {
  test.each([
    ["90", 90_000],
    ["90s", 90_000],
    ["10m", 600_000],
    ["1h30m", 5_400_000],
    ["1h5", 3_605_000],
    ["3d", 259_200_000],
    ["0", 0],
  ])("%s", (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  test.each([
    "",
    " ",
    "-1",
    "1.5h",
    "10x",
    "s",
    "1m1h",
    "1h1h",
    "1 h",
    "1H",
    "+1",
    "1e3",
    "Infinity",
    "9".repeat(20),
    "٣",
  ])("%j is none", (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

test("a time-out is more than nothing and no longer than a timer can wait", () => {
  expect(parseTimeout("0")).toBeUndefined();
  expect(parseTimeout("1")).toBe(1000);
  expect(parseTimeout("24d")).toBeLessThanOrEqual(LONGEST_TIMEOUT_MS);
  expect(parseTimeout("25d")).toBeUndefined();
});

describe("sizes", () => {
  test.each([
    ["1024", 1024],
    ["7B", 7],
    ["2kB", 2000],
    ["1KiB", 1024],
    ["512MiB", 536_870_912],
    ["2GB", 2_000_000_000],
    ["2GiB", 2_147_483_648],
    ["1TB", 1e12],
  ])("%s", (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });

  test.each(["", "-1", "1.5GB", "1 GB", "GB", "1X", "1iB", "1G", "9".repeat(20), "9000000TiB"])(
    "%j is none",
    (text) => {
      expect(parseSize(text)).toBeUndefined();
    },
  );
});

describe("durations for people", () => {
  test.each([
    [0, "0ms"],
    [999.4, "999ms"],
    [1000, "1s"],
    [1234, "1.2s"],
    [9960, "10s"],
    [59_600, "1m"],
    [90_000, "1m30s"],
    [3_600_000, "1h"],
    [7_500_000, "2h5m"],
    [90_000_000, "1d1h"],
    [-5, "0ms"],
  ])("%d", (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});

test("whole seconds under two units come back as they were", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3599 }), (seconds) => {
      expect(parseDuration(formatDuration(seconds * 1000))).toBe(seconds * 1000);
    }),
  );
});

test.each([
  [0, "0 bytes"],
  [1023, "1023 bytes"],
  [1024, "1KiB"],
  [1536, "1536 bytes"],
  [10_240, "10KiB"],
  [64 * 1024 ** 2, "64MiB"],
  [1.5 * 1024 ** 3, "1536MiB"],
  [1024 ** 4, "1TiB"],
  [2048 * 1024 ** 4, "2048TiB"],
])("%s is written %s, which is just as much", (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
  expect(parseSize(text.replace(" bytes", ""))).toBe(bytes);
});
