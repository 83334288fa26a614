import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { report, type SummaryOptions, summaryReporter } from "../../src/report/index.js";
import type { Event } from "../../src/run/index.js";
import { failingRun, NO_PYTHON, plannedPhase, plannedStep, planOf, Script, START, stream } from "./script.js";

const MIB = 1024 * 1024;
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "summary-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function summaryOf(events: readonly Event[], options: Partial<SummaryOptions> = {}): Promise<string> {
  let text = "";
  const target = {
    write: (markdown: string): void => {
      text += markdown;
    },
  };
  await report(stream(events), [summaryReporter({ target, ...options })]);
  return text;
}

/** A phase with so many steps, of which every so manieth fails. */
function manySteps(
  count: number,
  options: { name: (index: number) => string; failEvery: number; output?: string },
): Event[] {
  const steps = Array.from({ length: count }, (_, index) => plannedStep(index, ["x"], { name: options.name(index) }));
  const plan = planOf([plannedPhase("install", [plannedStep(0, ["first"])]), plannedPhase("execute", steps)]);
  const script = new Script(plan)
    .begin("install")
    .start("install", 0)
    .end("install", 0)
    .finish("install")
    .begin("execute");
  for (let index = 0; index < count; index++) {
    script.start("execute", index).wait(3);
    if (options.output !== undefined) script.out("execute", index, options.output);
    script.end("execute", index, { result: index % options.failEvery === 0 ? "failure" : "success" });
  }
  return script.finish("execute", "failure").finish("staging/deploy", "skipped").done("failure");
}

test("the summary of a failing run, word for word", async () => {
  expect(await summaryOf(failingRun())).toBe(`## ❌ forgexec: execute failed in 10.2s, exit code 3

| Phase | Step | Result | Time | Attempts |
| :--- | :--- | :--- | ---: | ---: |
| **install** | 1 step | ✅ **success** | **3.2s** | |
| | <code>pip install -r requirements.txt</code> | ✅ success | 3.2s | 1 |
| **linting** | 2 steps | ✅ **success** | **2.0s** | |
| | <code>ruff check</code> | ✅ success | 800ms | 1 |
| | <code>mypy src</code> | ⚠️ failure (exit code 1), may fail | 2.0s | 1 |
| **execute** | 2 steps | ❌ **failure** | **5.0s** | |
| | <code>API server</code> *background* | ✅ success | 5.0s | 1 |
| | <code>Tests</code> | ❌ failure (exit code 3) | 3.0s | 2 |
| **staging/deploy** | 0 steps | ⏭️ **skipped** |  | |

\`\`\`mermaid
gantt
  dateFormat x
  axisFormat %H:%M:%S
  section install
    1. pip install -r requirements.txt :${START}, ${START + 3200}
  section linting
    1. ruff check :${START + 3200}, ${START + 4000}
    2. mypy src :crit, ${START + 3200}, ${START + 5200}
  section execute
    1. API server :${START + 5200}, ${START + 10200}
    2. Tests :crit, ${START + 7200}, ${START + 10200}
\`\`\`

### ❌ execute: <code>Tests</code>

<code>pytest -q &#39;it&#39;&#34;&#39;&#34;&#39;s here&#39;</code>: exit code 3 after 3.0s at attempt 2

\`\`\`text
E   assert 404 == 200
1 failed
\`\`\`
`);
});

const HOSTILE = [
  "a | b",
  "`code` ``` ~~~",
  "<script>alert(1)</script><!-- hidden",
  "</code></td></table>",
  "[link](http://evil.example) ![i](x)",
  "@octocat and #1 and :tada:",
  "http://evil.example www.evil.example",
  "*bold* _it_ ~~x~~ \\| $x$",
  "two\nlines\r\nmore | x",
  "&lt;b&gt;",
  "click x href y %% --> { } ; : , #quot;",
];

test.each(HOSTILE)("nothing of a name is markup: %j", async (name) => {
  const plan = planOf([plannedPhase("execute", [plannedStep(0, [name], { name: `step ${name}` })])]);
  const script = new Script(plan).begin("execute").start("execute", 0).out("execute", 0, name).wait(9);
  const text = await summaryOf(
    script.end("execute", 0, { result: "failure" }).finish("execute", "failure").done("failure"),
  );
  const outside = text.replace(/^(`{3,})(text|mermaid)\n[\s\S]*?\n\1$/gm, "");
  expect(outside.replace(/<\/?code>/g, "")).not.toMatch(/[<>@[\]\\~]|http:\/\/|www\./);
  const rows = outside.split("\n").filter((line) => line.startsWith("|"));
  expect(rows).toHaveLength(4);
  for (const row of rows) expect(row.match(/\|/g)).toHaveLength(6);
  const chart = /```mermaid\n([\s\S]*?)\n```/.exec(text)?.[1]?.split("\n") ?? [];
  expect(chart).toHaveLength(5);
  expect(chart[4]).toMatch(/^ {4}1\. [^:;#%<>{}]+ :crit, \d+, \d+$/);
});

test("whatever a command prints, its fence holds", async () => {
  const piece = fc.constantFrom("`", "```", "````", "~~~", "\n", "x", "<!--", "</details>", "\u001b[31m", " ");
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 20 }), async (parts) => {
      const plan = planOf([plannedPhase("execute", [plannedStep(0, ["x"])])]);
      const script = new Script(plan)
        .begin("execute")
        .start("execute", 0)
        .out("execute", 0, `${parts.join("")}.`);
      const events = script.end("execute", 0, { result: "failure" }).finish("execute", "failure").done("failure");
      const lines = (await summaryOf(events)).trimEnd().split("\n");
      const open = lines.findIndex((line) => /^`+text$/.test(line));
      const fence = lines[open]?.slice(0, -"text".length) ?? "";
      const longer = lines
        .slice(open + 1)
        .findIndex((line) => /^ {0,3}`+\s*$/.test(line) && line.trim().length >= fence.length);
      expect(open + 1 + longer).toBe(lines.length - 1);
    }),
  );
});

test.each([
  ["successes", 5000, 5001],
  ["one failure in seven", 5000, 7],
  ["failures", 5000, 1],
])("five thousand steps, %s: under 1 MiB, all phases and failures in the table", async (_, count, failEvery) => {
  const output = "é".repeat(20_000);
  const events = manySteps(count, { name: (index) => `step number ${index} of the suite`, failEvery, output });
  const text = await summaryOf(events);
  expect(Buffer.byteLength(text)).toBeLessThan(MIB);
  for (const phase of ["install", "execute", "staging/deploy"]) expect(text).toContain(`| **${phase}** |`);
  for (let index = 0; index < count; index += failEvery) expect(text).toContain(`<code>step number ${index} of`);
  const bars = text.match(/^ {4}\d+\. /gm) ?? [];
  expect(bars.length).toBeLessThanOrEqual(50);
  expect(bars.length).toBeGreaterThan(0);
});

test("what is left out of the table is counted", async () => {
  const text = await summaryOf(manySteps(1000, { name: (index) => `s${index}`, failEvery: 500 }));
  expect(text).toContain("| | *… 299 success* | | | |");
  expect(text).toContain("<code>s500</code> | ❌");
});

test("hostile names of any number: under 1 MiB, all phases in the table", async () => {
  const text = await summaryOf(
    manySteps(4000, { name: (index) => `${index}${"|e\u0301\u0301👨‍👩‍👧".repeat(40)}`, failEvery: 1 }),
  );
  expect(Buffer.byteLength(text)).toBeLessThan(MIB);
  for (const phase of ["install", "execute", "staging/deploy"]) expect(text).toContain(`| **${phase}** |`);
});

test("output of any size: the bound holds and the last lines are there", async () => {
  const events = manySteps(100, {
    name: (index) => `s${index}`,
    failEvery: 1,
    output: `${"日本語\n".repeat(30_000)}last`,
  });
  const text = await summaryOf(events);
  expect(Buffer.byteLength(text)).toBeLessThan(MIB);
  expect(text).toContain("\nlast\n```");
  const small = await summaryOf(events, { maxBytes: 20_000 });
  expect(Buffer.byteLength(small)).toBeLessThanOrEqual(20_000);
  expect(small).toContain("<code>s99</code>");
});

test("what the file holds already counts", async () => {
  const file = join(folder, "some.md");
  await writeFile(file, "x".repeat(MIB - 100_000));
  const events = manySteps(500, { name: (index) => `s${index}`, failEvery: 1, output: "y".repeat(20_000) });
  await report(stream(events), [summaryReporter({ target: { file } })]);
  expect((await stat(file)).size).toBeLessThan(MIB);
  const text = await readFile(file, "utf8");
  expect(text).toMatch(/^x+\n\n## ❌/);
  expect(text).toContain("<code>s499</code>");
});

test("a file that commands have filled does not cost the table", async () => {
  const file = join(folder, "full.md");
  await writeFile(file, "日本語\n".repeat(200_000));
  await report(stream(failingRun()), [summaryReporter({ target: { file } })]);
  expect((await stat(file)).size).toBeLessThan(MIB);
  const text = await readFile(file, "utf8");
  expect(text).toMatch(/^## ❌/);
  expect(text).toContain("| **staging/deploy** |");
  expect(text).toMatch(/日本語\n$/);
  expect(text).not.toContain("\ufffd");
});

test("a new file is made, and a folder that is not there is one warning", async () => {
  const file = join(folder, "new.md");
  await report(stream(failingRun()), [summaryReporter({ target: { file } })]);
  expect(await readFile(file, "utf8")).toBe(await summaryOf(failingRun()));
  const warnings: Event[] = [];
  const reporters = [summaryReporter({ target: { file: join(folder, "no", "such") } })];
  const collect = { handle: (event: Event) => void (event.type === "warning" && warnings.push(event)) };
  const end = await report(stream(failingRun()), [...reporters, collect]);
  expect(end.exitCode).toBe(3);
  expect(warnings).toHaveLength(1);
});

test("a phase that no step made fail says why", async () => {
  const script = new Script(planOf([plannedPhase("install", [plannedStep(0, ["pip"])])])).begin("install");
  const text = await summaryOf(script.finish("install", "failure", NO_PYTHON).done("failure", 2));
  expect(text).toContain("### ❌ install\n\n```text\n.forge.yml:2:9: no Python 3.9\n```\n");
});
