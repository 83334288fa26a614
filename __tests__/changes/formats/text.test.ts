import { expect, test } from "@jest/globals";
import { ageText, waitText } from "../../../src/changes/formats/age.js";
import { eventJson, eventLine } from "../../../src/changes/formats/event.js";
import { painter } from "../../../src/changes/formats/paint.js";
import { toText } from "../../../src/changes/formats/text.js";
import { wrap } from "../../../src/changes/formats/wrap.js";
import { arrange } from "../../../src/changes/reports/arrange.js";
import { REPORTS } from "../../../src/changes/reports/catalogue.js";
import { widthOf } from "../../../src/columns.js";
import { change, comment, DAY, NOW, outcomeOf, person, versions } from "../support/build.js";
import { ACTIVE, HOSTILE } from "../support/hostile.js";

const view = (changed: { width?: number | null; color?: "colors" | "plain" } = {}) => ({
  now: NOW,
  width: changed.width ?? null,
  paint: painter(changed.color ?? "plain"),
});

const WIDTHS = [1, 20, 40, 60, 80, 100, 140, 200];

test.each(REPORTS.flatMap(({ name }) => WIDTHS.map((width) => [name, width] as const)))(
  "%s fits into %i columns, and nothing in it acts on a terminal",
  (name, width) => {
    const voted = change({
      comments: [comment("eve", "x".repeat(300), { voted: true })],
      versions: versions([["bob +2"], []]),
    });
    const outcome = outcomeOf(name, [...HOSTILE, voted], { user: "bob" });
    const text = toText(
      { ...outcome, table: arrange(outcome.table, { sort: null, fields: [], limit: null }) },
      view({ width }),
    );
    expect(text).not.toMatch(ACTIVE);
    // Below some width nothing could be read; there lines may be longer than the terminal.
    const lines = name === "comments" && width < 24 ? [] : text.split("\n");
    for (const line of lines.slice(1)) if (width >= 40) expect(widthOf(line)).toBeLessThanOrEqual(width);
  },
);

test("columns line up, wide characters included", () => {
  const changes = [
    change({ number: 1, subject: "日本語の題名" }),
    change({ number: 2, subject: "plain", versions: versions([["b +1 tests"]]) }),
  ];
  const fields = ["url", "subject", "tests", "reviews"];
  const outcome = outcomeOf("list", changes);
  const table = arrange(outcome.table, { sort: null, fields, limit: null });
  expect(toText({ ...outcome, table }, view()).split("\n")).toEqual([
    "Changes: 2",
    "URL                                 Subject       Tests  Reviews",
    "https://github.com/acme/web/pull/1  日本語の題名",
    "https://github.com/acme/web/pull/2  plain            +1",
    "",
  ]);
});

test("a narrow terminal loses columns that matter less first, and never the address", () => {
  const outcome = outcomeOf("list", [
    change({ number: 1, subject: "A subject that is long enough to be cut somewhere" }),
  ]);
  const table = arrange(outcome.table, { sort: null, fields: [], limit: null });
  const [, heading = "", row = ""] = toText({ ...outcome, table }, view({ width: 100 })).split("\n");
  expect(heading).not.toContain("Branch");
  expect(heading).toMatch(/URL .* Subject .* Reviews .* Workflow$/);
  expect(row).toContain("https://github.com/acme/web/pull/1 ");
  expect(row).toContain("…");
});

test.each([
  [-2, "\u001b[1m\u001b[31m-2\u001b[39m\u001b[22m"],
  [2, "\u001b[1m\u001b[32m+2\u001b[39m\u001b[22m"],
  [-1, " \u001b[31m-1\u001b[39m"],
  [1, " \u001b[32m+1\u001b[39m"],
])("a casting vote of %i has its colour", (value, painted) => {
  const outcome = outcomeOf("list", [change({ versions: versions([[`bob ${value}`]]) })]);
  expect(toText(outcome, view({ color: "colors" }))).toContain(painted);
  expect(toText(outcome, view())).not.toContain("\u001b");
});

test.each([
  [0, "under a minute"],
  [60_000, "1 min"],
  [59.9 * 60_000, "59 min"],
  [DAY / 24, "1 hour"],
  [DAY - 1, "23 hours"],
  [DAY, "1 day"],
  [59.5 * DAY, "59 days"],
  [61 * DAY, "2 months"],
  [729 * DAY, "23 months"],
  [731 * DAY, "2 years"],
])("%i ms are %j", (ms, text) => {
  expect(waitText(ms)).toBe(text);
  expect(ageText(NOW - ms, NOW)).toBe(ms < 60_000 ? "just now" : text);
});

test("what is to come is now: clocks differ", () => {
  expect(ageText(NOW + DAY, NOW)).toBe("just now");
});

test("text is wrapped between words, and within one that is too wide", () => {
  expect(wrap("one two three\n\nabcdefghij kl", 7)).toEqual(["one two", "three", "", "abcdefg", "hij kl"]);
  expect(wrap("日本語のテスト", 6)).toEqual(["日本語", "のテス", "ト"]);
});

test("a limit says what it leaves out", () => {
  const outcome = outcomeOf("list", [change(), change(), change()]);
  const table = arrange(outcome.table, { sort: null, fields: ["subject:4"], limit: 1 });
  const text = toText({ ...outcome, table }, view());
  expect(text).toMatch(/^Changes: 3\nSubject\nCha…\nand 2 more\n$/);
});

test("events are lines, for people and for programs", () => {
  const [one = change()] = HOSTILE;
  const event = { at: NOW, kind: "merged", change: one, by: person("bob"), text: "merged\nit\u001b[2J" } as const;
  const line = eventLine(event, painter("plain"));
  expect(line).toMatch(/^2030-01-02 03:04:05 {2}merged {4}javascript:alert\(1\)\/\/7 {2}.* bob: merged it\n$/);
  expect(line).not.toMatch(ACTIVE);
  expect(eventLine(event, painter("colors"))).toContain("\u001b[32mmerged  ");
  const json = eventJson(event);
  expect(JSON.parse(json)).toMatchObject({ time: "2030-01-02T03:04:05.000Z", kind: "merged", by: "bob", number: 1 });
  expect(json).not.toMatch(ACTIVE);
});
