import { expect, test } from "@jest/globals";
import { differingParts, environmentKey, freshnessWindow, keyPrefix } from "../../src/packages/environment-key.js";

const PARTS = { "the system": "linux-x64", "install in the spec": "a", "the freshness window": "1" };
const prefix = keyPrefix({ prefix: "v2-", project: "acme-tool" });

test("a key tells format, project and every part, within the bounds of the Actions cache", () => {
  const key = environmentKey(PARTS, prefix);
  expect(key).toMatch(/^v2-forgexec-env-1-acme-tool-[0-9a-f]{24}$/);
  expect(environmentKey({ ...PARTS }, prefix)).toBe(key);
  const long = keyPrefix({ prefix: "p".repeat(100), project: "a,b ü".repeat(100) });
  expect(environmentKey(PARTS, long)).toMatch(/^[^,]{1,512}$/);
});

test("two keys tell which parts differ", () => {
  const other = environmentKey({ ...PARTS, "install in the spec": "b", "the freshness window": "2" }, prefix);
  expect(differingParts(PARTS, prefix, other)).toEqual(["install in the spec", "the freshness window"]);
  expect(differingParts(PARTS, prefix, environmentKey(PARTS, prefix))).toEqual([]);
});

test("a key of another kind tells nothing", () => {
  expect(differingParts(PARTS, prefix, "something-else")).toEqual([]);
  expect(differingParts(PARTS, prefix, `${prefix}00`)).toEqual([]);
});

test("the window changes with time, and not without a freshness", () => {
  const day = 24 * 60 * 60 * 1000;
  expect(freshnessWindow(10 * day, 3 * day)).toBe(freshnessWindow(11 * day, 3 * day));
  expect(freshnessWindow(11 * day, 3 * day)).not.toBe(freshnessWindow(12 * day, 3 * day));
  expect(freshnessWindow(11 * day, 3 * day)).not.toBe(freshnessWindow(11 * day, 4 * day));
  expect(freshnessWindow(0, 0)).toBe(freshnessWindow(100 * day, 0));
});
