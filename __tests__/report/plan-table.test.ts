import { expect, test } from "@jest/globals";
import { widthOf } from "../../src/columns.js";
import { planTable } from "../../src/report/index.js";
import { plain } from "../../src/terminal-text.js";
import { plannedPhase, plannedStep, planOf } from "./script.js";

const environment = { APP_MODE: "test", TOKEN: { env: "CI_TOKEN" } };

const PLAN = planOf(
  [
    plannedPhase("install", [plannedStep(0, ["pip", "install", "a>=1"], { environment })]),
    plannedPhase(
      "execute",
      [
        plannedStep(0, ["flask", "run"], {
          name: "API server",
          background: true,
          ready: { kind: "http", url: "http://127.0.0.1:5000/health", timeoutMs: 20_000 },
          environment,
        }),
        plannedStep(1, ["pytest", "-q"], {
          name: "Tests 日本語",
          retry: 2,
          timeoutMs: 600_000,
          idleTimeoutMs: 120_000,
          continueOnError: true,
          workingDirectory: "/project/tests",
          stdin: "/project/tests/in.txt",
          environment: { ...environment, PASS: { encrypted: "-----BEGIN" } },
        }),
        plannedStep(2, ["choco"], { skip: "only on windows", environment }),
      ],
      { timeoutMs: 60_000, parallel: true },
    ),
  ],
  { needsPython: true, python: "3.12", warnings: [{ code: "c", message: "no shell\nruns this" }] },
);

test("what would run, word for word", () => {
  expect(planTable(PLAN)).toBe(`stage        execute
spec         .forge.yml
directory    /project
python       3.12
cache key    no cache
environment  APP_MODE=test
             TOKEN=(from CI_TOKEN)
warning: no shell runs this

PHASE    #  COMMAND
install  1  pip install 'a>=1'
execute  1  API server: flask run
            · steps of this phase run at the same time
            · phase ends after 1m 00s
            · in the background, ready when http://127.0.0.1:5000/health answers within 20.0s
         2  Tests 日本語: pytest -q
            · at most 10m 00s, at most 2m 00s without output, 3 attempts, may fail
            · in tests
            · reads tests/in.txt
            · PASS=(encrypted)
         3  choco
            · skipped: only on windows
`);
});

test("it fits the terminal, wide characters too", () => {
  for (const width of [24, 40, 61]) {
    const lines = planTable(PLAN, { width }).split("\n");
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
  }
  expect(planTable(PLAN, { width: 24 })).toContain("Tests 日本…");
});

test("colours add nothing to the text", () => {
  const coloured = planTable(PLAN, { color: true });
  expect(coloured).toContain("\u001b[1m");
  expect(plain(coloured).replace(/ +$/gm, "")).toBe(planTable(PLAN));
});

test("hostile text stays on its line", () => {
  const plan = planOf([
    plannedPhase("install", [
      plannedStep(0, ["a\nb\u001b[2J"], {
        name: "n\u0007\nx",
        environment: { A: "1\n2\u001b]0;x\u0007", B: "x".repeat(500) },
      }),
    ]),
  ]);
  const text = planTable(plan);
  expect(text.replaceAll("\u001b", "␛").replaceAll("\u0007", "␇")).not.toMatch(/[␛␇]/);
  expect(text).toContain("1  n x: 'a b'\n");
  expect(text).toContain("A=1 2\n");
});

test("nothing to run is said", () => {
  expect(planTable(planOf([]))).toContain("Nothing would run.\n");
});

test("a plan may have as many steps as a spec can hold", () => {
  const steps = Array.from({ length: 250_000 }, (_, index) => plannedStep(index, ["a"]));
  const table = planTable(planOf([plannedPhase("execute", steps)]));
  expect(table.trimEnd().split("\n").at(-1)).toMatch(/250000\s+a$/);
});
