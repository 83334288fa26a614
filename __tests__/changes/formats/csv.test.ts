import { spawnSync } from "node:child_process";
import { expect, test } from "@jest/globals";
import { toCsv } from "../../../src/changes/formats/csv.js";
import { outcomeOf } from "../support/build.js";
import { ACTIVE, HOSTILE } from "../support/hostile.js";

const READER = `
import csv, io, json, sys
text = sys.stdin.buffer.read().decode("utf-8", "surrogatepass")
print(json.dumps(list(csv.DictReader(io.StringIO(text, newline=""), strict=True))))
`;

/** The rows as Python's own reader finds them, in its strict mode. */
function readByPython(csv: string): Record<string, string>[] {
  const { stdout, stderr } = spawnSync("python3", ["-c", READER], { input: csv, encoding: "utf8" });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

test("Python's csv module reads the changes back (needs python3)", () => {
  const csv = toCsv(outcomeOf("list", HOSTILE));
  const rows = readByPython(csv);
  expect(csv.split("\n")[0]).toBe(
    "Status,URL,Owner,Project,Branch,Topic,Subject,Created,Updated,Approvals,Tests,Reviews,Workflow",
  );
  expect(rows).toHaveLength(HOSTILE.length);
  expect(rows[0]).toMatchObject({
    Status: "open",
    Subject: `<script>alert(1)</script> | "quoted", 'single' & \`code\` @everyone #1 red `,
    Created: "2029-12-23T03:04:05.000Z",
    Tests: "+1",
    Reviews: "-2",
    Workflow: "+1",
  });
  expect(csv).not.toMatch(ACTIVE);
});

test("what a spreadsheet would take for a formula gets an apostrophe; votes and numbers do not", () => {
  const rows = readByPython(toCsv(outcomeOf("list", HOSTILE)));
  expect(rows[1]?.Subject).toBe(`'=HYPERLINK("https://evil.example/") second line third`);
  expect(rows[1]?.Topic).toBe("'@SUM(1)");
  expect(rows[1]?.Reviews).toBe("+2");
  const [header = ""] = toCsv(outcomeOf("review-stats", [])).split("\n");
  expect(header).toBe("User,Team,Reviews,-2,-1,+1,+2,Positive");
});

test("comments keep their lines", () => {
  const rows = readByPython(toCsv(outcomeOf("comments", HOSTILE)));
  expect(rows.map(({ Comment }) => Comment)).toEqual([
    "```\n</textarea>\n# not a heading\n@team",
    `'-1+1\nNext, "line"`,
  ]);
});

test("a report of nothing is its header", () => {
  expect(toCsv(outcomeOf("review-rate", []))).toMatch(/^User,Team,Total,Week 1,.*,Week 52\n$/);
});
