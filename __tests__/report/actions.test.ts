import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type ActionsOptions, actionsReporter, report } from "../../src/report/index.js";
import type { Event } from "../../src/run/index.js";
import { plain } from "../../src/terminal-text.js";
import { Runner } from "./runner.js";
import { failingRun, NO_PYTHON, plannedPhase, plannedStep, planOf, Script, stream } from "./script.js";
import { MemoryStream } from "./stream.js";

async function logOf(events: readonly Event[], options: Partial<ActionsOptions> = {}): Promise<string> {
  const out = new MemoryStream();
  await report(stream(events), [actionsReporter({ out, ...options })]);
  return out.text;
}

function numbered(): () => string {
  let count = 0;
  return () => `token${++count}`;
}

/** A run with one step that prints the texts, and fails. */
function printing(texts: readonly string[], name = "a step"): Event[] {
  const step = plannedStep(0, ["hostile", name], { name });
  const script = new Script(planOf([plannedPhase("install", [step])])).begin("install").start("install", 0);
  for (const text of texts) script.out("install", 0, text);
  return script.wait(5).end("install", 0, { result: "failure" }).finish("install", "failure").done("failure");
}

const OWN = ["group", "endgroup", "error"];

test("the log of a failing run, word for word", async () => {
  const log = await logOf(failingRun(), { randomToken: numbered() });
  expect(plain(log)).toBe(`forgexec 1.2.3 · execute
::group::install
::stop-commands::token1
$ pip install -r requirements.txt
Collecting flask
Successfully installed flask
✔ 3.2s
::token1::
::endgroup::
✔ install succeeded in 3.2s
::group::linting
::stop-commands::token2
$ ruff check
$ mypy src
[ruff check] All checks passed!
✔ ruff check 800ms
[mypy src] src/app.py:3: error
[mypy src] Found 1 error
✖ mypy src exit code 1 (may fail) 2.0s
::token2::
::endgroup::
✔ linting succeeded in 2.0s
::group::execute
::stop-commands::token3
API server  $ flask run (in the background)
[API server] Running on port 5000
✔ API server is ready
Tests  $ pytest -q 'it'"'"'s here'
F
1 failed at first
✖ exit code 1 2.0s
attempt 2: Tests  $ pytest -q 'it'"'"'s here'
[API server] GET / 404
E   assert 404 == 200
1 failed
✖ exit code 3 3.0s
✔ API server 5.0s
::token3::
::endgroup::
✖ execute failed in 5.0s
::stop-commands::token4
execute › Tests: exit code 3
$ pytest -q 'it'"'"'s here'
Its last lines:
E   assert 404 == 200
1 failed
::token4::
::error file=.forge.yml,line=12,col=7,title=execute%3A Tests::pytest -q 'it'"'"'s here': exit code 3 after 3.0s
○ staging/deploy skipped
✖ execute failed in 10.2s, exit code 3
`);
});

test("as the runner reads it: a group a phase, all closed, and an error on the spec's line", async () => {
  const runner = new Runner(await logOf(failingRun()));
  expect(runner.names).toEqual(["group", "endgroup", "group", "endgroup", "group", "endgroup", "error"]);
  expect(runner.acted.filter(({ command }) => command === "group").map(({ data }) => data)).toEqual([
    "install",
    "linting",
    "execute",
  ]);
  expect(runner.acted.at(-1)?.properties).toEqual({
    file: ".forge.yml",
    line: "12",
    col: "7",
    title: "execute: Tests",
  });
  expect(runner.stopped).toBe(false);
  expect(new Set(runner.tokens).size).toBe(runner.tokens.length);
  expect(runner.tokens.every((token) => /^[0-9a-f]{40}$/.test(token))).toBe(true);
});

test.each([
  "::set-env name=PATH::/tmp",
  "  ::add-path::/tmp",
  "\u00a0::error::owned",
  "text\r::error::owned",
  "::error::owned\r",
  "##[error]owned",
  "text ##[set-env name=A]b",
  "\u001b[0m##[group]x",
  "::stop-commands::mine\n::mine::\n::error::owned",
  "::endgroup::\n##[endgroup]",
  "::ERROR::owned",
  "\n\n::warning::\n",
  "::echo::on\n::add-mask::a",
  `${"x".repeat(60_000)}\n::error::owned`,
])("output is inert: %j", async (text) => {
  const log = await logOf(printing([text, "end"]));
  const runner = new Runner(log);
  expect(runner.names).toEqual(["group", "endgroup", "error"]);
  expect(log).not.toContain("##[");
  expect(runner.stopped).toBe(false);
});

test("any output of any step with any name is inert", async () => {
  const pieces = fc.constantFrom(
    "::",
    "##[",
    "]",
    "error",
    "set-env",
    " name=x",
    "\n",
    "\r",
    "\u001b[31m",
    "\u001b]0;",
    "x",
    "%0A",
    "stop-commands",
    "\u0007",
    "\u2028",
    "\u0085",
  );
  const text = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 4 }), text, async (texts, name) => {
      const runner = new Runner(await logOf(printing(texts, name)));
      expect(runner.names.filter((command) => !OWN.includes(command))).toEqual([]);
      expect(runner.names).toEqual(["group", "endgroup", "error"]);
      expect(runner.stopped).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test("a process that has found the block's token cannot resume commands", async () => {
  const out = new MemoryStream();
  const reporter = actionsReporter({ out });
  const events = printing(["harmless"]);
  for (const event of events.slice(0, 4)) await reporter.handle(event);
  const token = /stop-commands::(\w+)/.exec(out.text)?.[1] ?? "";
  const text = `::${token}::\n ::${token.toUpperCase()}::\n##[${token}]\n::error::owned`;
  await reporter.handle({ ...(events[3] as Extract<Event, { type: "output" }>), text });
  for (const event of events.slice(4)) await reporter.handle(event);
  await reporter.close?.();
  expect(new Runner(out.text).names).toEqual(["group", "endgroup", "error"]);
});

test("each block has a token of its own and each resume line stands alone", async () => {
  const log = await logOf(failingRun(), { randomToken: numbered() });
  const blocks = [...log.matchAll(/^::stop-commands::(.*)$/gm)].map(([, token]) => token);
  expect(blocks).toEqual(["token1", "token2", "token3", "token4"]);
  for (const token of blocks) expect(log).toContain(`\n::${token}::\n`);
});

test("workflow-commands on: output reaches the runner as it is, forgexec's own lines stay inert", async () => {
  const output = "::notice::a\n##[group]x\nmore\r\n";
  const log = await logOf(printing([output], "::error::name"), { workflowCommands: "run" });
  expect(log).toContain(`\n${output}\n`);
  expect(new Runner(log).names).toEqual(["group", "notice", "group", "endgroup", "error"]);
});

test("workflow-commands on: commands of a background step work, its other lines are labelled", async () => {
  const step = plannedStep(0, ["serve"], { name: "server", background: true });
  const events = new Script(planOf([plannedPhase("execute", [step])]))
    .begin("execute")
    .start("execute", 0)
    .out("execute", 0, "up\n::notice::a")
    .end("execute", 0)
    .finish("execute")
    .done();
  const log = await logOf(events, { workflowCommands: "run" });
  expect(plain(log)).toContain("[server] up\n::notice::a\n");
  expect(new Runner(log).names).toContain("notice");
});

test("annotations: escaped, relative to the workspace, cut", async () => {
  const found = { type: "annotation", phase: "install", step: 0, line: 3, column: 4 } as const;
  const events = [
    ...printing([]).slice(0, 3),
    { ...found, time: "t", level: "warning", file: "/ws/a,b:c%.py", title: "50%: a,b", message: "one\ntwo, 100%: \r" },
    { ...found, time: "t", level: "notice", file: "src/x.py", title: "", message: "m".repeat(5000) },
    { ...found, time: "t", level: "error", file: "/elsewhere/x.py", title: "", message: "::error::x" },
    ...printing([]).slice(3),
  ] as Event[];
  const runner = new Runner(await logOf(events, { workspace: "/ws" }));
  const [warning, notice, error] = runner.acted.filter(({ command }) => !["group", "endgroup"].includes(command));
  expect(warning).toEqual({
    command: "warning",
    properties: { file: "a,b:c%.py", line: "3", col: "4", title: "50%: a,b" },
    data: "one\ntwo, 100%: ",
  });
  expect(notice?.data).toHaveLength(4096);
  expect(error?.properties.file).toBe("/elsewhere/x.py");
  expect(error?.data).toBe("::error::x");
});

test("at most ten annotations of a kind, one error of which is left to the action, and the failed step's is among them", async () => {
  const all = printing(["x"]);
  const many = Array.from({ length: 14 }, (_, index) =>
    ["error", "warning"].map((level) => ({
      type: "annotation",
      time: "t",
      phase: "install",
      step: 0,
      level,
      file: "a.py",
      line: index + 1,
      column: 1,
      title: "",
      message: `m${index}`,
    })),
  ).flat() as Event[];
  const failed = new Runner(await logOf([...all.slice(0, 4), ...many, ...all.slice(4)]));
  const errors = failed.acted.filter(({ command }) => command === "error");
  expect(errors).toHaveLength(9);
  expect(errors.at(-1)?.data).toContain("exit code 1");
  expect(failed.names.filter((name) => name === "warning")).toHaveLength(10);
  expect(failed.shown.join("\n")).toContain("4 warnings");
  expect(failed.shown.join("\n")).toContain("6 errors");

  const fine = new Script(planOf([plannedPhase("install", [plannedStep(0, ["x"])])]))
    .begin("install")
    .start("install", 0);
  const events = [...fine.events, ...many, ...fine.end("install", 0).finish("install").done().slice(3)];
  expect(new Runner(await logOf(events)).names.filter((name) => name === "error")).toHaveLength(9);
});

test("annotations off: no command but the groups", async () => {
  const runner = new Runner(await logOf(printing(["x"]), { annotations: "off" }));
  expect(runner.names).toEqual(["group", "endgroup"]);
  expect(runner.shown.join("\n")).toContain("exit code 1");
});

test("a phase that fails before any of its steps says why, outside the group", async () => {
  const script = new Script(planOf([plannedPhase("install", [plannedStep(0, ["pip"])])])).begin("install");
  script.add({ type: "progress", phase: "install", text: "making the environment" });
  const events = script.finish("install", "failure", NO_PYTHON).done("failure", 2);
  const runner = new Runner(await logOf(events));
  expect(runner.acted.at(-1)).toEqual({
    command: "error",
    data: "no Python 3.9",
    properties: { file: ".forge.yml", line: "2", col: "9", title: "install" },
  });
  const untold = new Runner(await logOf(events, { annotations: "off" }));
  expect(untold.shown.join("\n")).toContain("install: no Python 3.9");
});

test("a run that breaks off leaves no group and no block open", async () => {
  const out = new MemoryStream();
  const reporter = actionsReporter({ out });
  for (const event of printing(["x"]).slice(0, 4)) await reporter.handle(event);
  await reporter.close?.();
  const runner = new Runner(out.text);
  expect(runner.names).toEqual(["group", "endgroup"]);
  expect(runner.stopped).toBe(false);
});
