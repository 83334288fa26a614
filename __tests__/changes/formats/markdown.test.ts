import { expect, test } from "@jest/globals";
import { toMarkdown } from "../../../src/changes/formats/markdown.js";
import { plotMermaid } from "../../../src/changes/plot/mermaid.js";
import { REPORTS } from "../../../src/changes/reports/catalogue.js";
import { change, comment, daysAgo, NOW, outcomeOf, versions } from "../support/build.js";
import { ACTIVE, HOSTILE } from "../support/hostile.js";

const view = (limit: number | null = null) => ({ now: NOW, limit, sizeOf: ({ length }: string) => length });

test("a table with links, marks for votes, and ages", () => {
  const outcome = outcomeOf("todo-noones", [
    change({ number: 12, subject: "Read faster", versions: versions([["ci -1 tests"]]) }),
  ]);
  expect(toMarkdown(outcome, view())).toBe(
    [
      "### Changes without a review: 1",
      "",
      "| Status | URL | Owner | Project | Branch | Topic | Subject | Created | Updated | Approvals | Tests | Reviews | Workflow |",
      "| :--- | :--- | :--- | :--- | :--- | :--- | :--- | :--- | :--- | :--- | ---: | ---: | ---: |",
      "| open | [&#35;12](https://github.com/acme/web/pull/12) | owner | acme/web | main |  | Read faster | 10 days | 1 day | tests -1 | 🔴 -1 |  |  |",
      "",
      "",
    ].join("\n"),
  );
});

test("nothing from outside is markup, a mention, a link of its own or a cell's end", () => {
  const text = toMarkdown(outcomeOf("list", HOSTILE), view());
  const rows = text.split("\n").filter((line) => line.startsWith("| open"));
  expect(rows).toHaveLength(HOSTILE.length);
  for (const row of rows) expect(row.split("|")).toHaveLength(15);
  expect(text).not.toMatch(ACTIVE);
  expect(text).not.toMatch(/<|@|\]\(javascript:|```|\n## /);
  expect(text).toContain("(https://evil.example/a%29%7C%5Bx%5D%28y%29%3Cz%3E/2)");
});

test("comments are code blocks that nothing in them ends", () => {
  const text = toMarkdown(outcomeOf("comments", [HOSTILE[1] ?? change()]), view());
  expect(text).toContain("````text\n```\n</textarea>\n# not a heading\n@team\n````\n");
  expect(text).toContain("**&#60;/pre&#62;");
});

test.each(REPORTS.map(({ name }) => [name]))("%s keeps within a bound and says what is missing", (name) => {
  const changes = Array.from({ length: 300 }, (_, index) =>
    change({
      subject: `Subject ${index} ${"x".repeat(100)}`,
      versions: versions([["bob +1"], [index % 2 === 0 ? "bob +2" : "bob -1"], ["eve +2"]], [90, 80, 70]),
      comments: Array.from({ length: 5 }, (_, each) =>
        comment(`r${index}-${each}`, "words ".repeat(50), { voted: true }),
      ),
    }),
  );
  const outcome = outcomeOf(name, changes, { user: "bob", days: 0 });
  const text = toMarkdown(outcome, view(8000));
  expect(text.length).toBeLessThanOrEqual(8000);
  const whole = toMarkdown(outcome, view());
  if (whole.length > 8000) expect(text).toMatch(/\*and \d+ more\*\n$/);
  if (name === "list") {
    const shown = text.split("\n").filter((line) => line.startsWith("| open")).length;
    expect(text).toContain(`*and ${300 - shown} more*`);
  }
});

test("the rate as a Mermaid chart with a legend", () => {
  const voted = (by: string, days: number) => comment(by, "", { at: daysAgo(days), voted: true });
  const chart = plotMermaid(
    outcomeOf("review-rate", [change({ comments: [voted("bob", 1), voted("@eve|<x>", 100)] })]).table,
  );
  expect(chart).toMatch(/^```mermaid\n---\nconfig:\n/);
  expect(chart.match(/^ {2}line \[(?:[\d.]+, ){51}[\d.]+\]$/gm)).toHaveLength(2);
  expect(chart).toContain("0.143]\n");
  expect(chart.split("```")[2]).toBe("\n\n🟦 &#64;eve&#124;&#60;x&#62; 0.00 · 🟧 bob 0.00\n");
  expect(plotMermaid(outcomeOf("review-rate", []).table)).toBe("");
});
