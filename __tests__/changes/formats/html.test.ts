import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "@jest/globals";
import { formatReport } from "../../../src/changes/formats/format.js";
import { change, comment, daysAgo, NOW, outcomeOf, versions } from "../support/build.js";
import { drawn, inPage, testWithChromium as test } from "../support/chromium.js";
import { HOSTILE } from "../support/hostile.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

function page(name: string): Promise<string> {
  const voted = (by: string, days: number) => comment(by, "Good", { at: daysAgo(days), voted: true });
  const normal = change({
    versions: versions([["bob +1"], ["eve +2"]], [60, 50]),
    comments: [voted("bob", 3), voted("eve", 30), voted("<dan>", 200)],
  });
  const outcome = outcomeOf(name, [...HOSTILE, normal], { user: "bob", days: 0 });
  const picture = name === "review-rate" ? "rate" : "none";
  return formatReport(outcome, "html", { now: NOW, width: null, color: "plain", limit: null, picture });
}

/** One for each kind of page. */
const REPORTS = ["list", "review-rate", "open-stats", "comments"];
const schemes = [
  ["light", []],
  ["dark", ["--blink-settings=preferredColorScheme=0"]],
] as const;

test.each(REPORTS.flatMap((name) => schemes.map(([scheme, flags]) => [name, scheme, flags] as const)))(
  "%s in %s: axe-core finds nothing (needs chromium)",
  async (name, scheme, flags) => {
    const script = `${axe.replaceAll("</script", "<\\/script")}
      async function answer() {
        const { violations, passes } = await axe.run();
        return {
          dark: matchMedia("(prefers-color-scheme: dark)").matches,
          passes: passes.length,
          violations: violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]),
        };
      }`;
    const found = inPage<{ dark: boolean; passes: number; violations: unknown }>(await page(name), script, flags);
    expect(found).toEqual({ dark: scheme === "dark", passes: expect.any(Number), violations: [] });
    expect(found.passes).toBeGreaterThan(10);
  },
);

test.each(REPORTS.map((name) => [name]))(
  "%s: nothing from outside becomes an element (needs chromium)",
  async (name) => {
    const document = drawn("report.html", await page(name));
    expect(document).not.toMatch(/<(?:script|img|textarea|z)\b/i);
    expect(document).not.toMatch(/href="(?!https?:)/);
    expect(document).toContain("default-src 'none'");
  },
);

test("a page can be read on a narrow screen: the table scrolls, not the page (needs chromium)", async () => {
  const script = "function answer() { return [document.documentElement.scrollWidth, innerWidth]; }";
  const [width = 0, inner = 0] = inPage<number[]>(await page("list"), script, ["--window-size=500,800"]);
  expect(width).toBeLessThanOrEqual(inner);
});

test("votes, times and links are what they are in a browser too (needs chromium)", async () => {
  const script = `function answer() {
    const rows = [...document.querySelectorAll("tbody tr")];
    return {
      rows: rows.length,
      votes: [...document.querySelectorAll(".vote")].map((vote) => [vote.textContent, getComputedStyle(vote).fontWeight]),
      links: [...document.querySelectorAll("a")].map((link) => [link.textContent, link.protocol]),
      times: [...document.querySelectorAll("td time")].slice(0, 2).map((time) => [time.textContent, time.dateTime]),
    };
  }`;
  expect(inPage(await page("list"), script)).toEqual({
    rows: 5,
    votes: [
      ["+1", "400"],
      ["-2", "700"],
      ["+1", "400"],
      ["+2", "700"],
      ["+2", "700"],
    ],
    links: [
      ["#2", "https:"],
      [expect.stringMatching(/^#\d+$/), "https:"],
      [expect.stringMatching(/^#\d+$/), "https:"],
    ],
    times: [
      ["10 days", "2029-12-23T03:04:05.000Z"],
      ["1 day", "2030-01-01T03:04:05.000Z"],
    ],
  });
});
