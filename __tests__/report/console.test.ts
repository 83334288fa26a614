import { expect, test } from "@jest/globals";
import { type ConsoleOptions, consoleReporter, report } from "../../src/report/index.js";
import type { Event } from "../../src/run/index.js";
import { plain } from "../../src/terminal-text.js";
import { failingRun, NO_PYTHON, plannedPhase, plannedStep, planOf, Script, START, stream } from "./script.js";
import { MemoryStream } from "./stream.js";

async function textOf(events: readonly Event[], options: Partial<ConsoleOptions> = {}): Promise<string> {
  const out = new MemoryStream();
  await report(stream(events), [consoleReporter({ out, color: false, ...options })]);
  return out.text;
}

function printing(text: string): Event[] {
  const plan = planOf([plannedPhase("install", [plannedStep(0, ["say", "it"])])]);
  return new Script(plan)
    .begin("install")
    .start("install", 0)
    .out("install", 0, text)
    .wait(5)
    .end("install", 0)
    .finish("install")
    .done();
}

/** Control characters as their pictures. */
function visible(text: string): string {
  return text.replaceAll("\u001b", "␛").replaceAll("\u0007", "␇");
}

const FAILURE = ` FAILED execute › Tests  exit code 3 after 3.0s (attempt 2)
  $ pytest -q 'it'"'"'s here'
  │ E   assert 404 == 200
  │ 1 failed
  again from here: forgexec run execute --from execute
`;

test("on a pipe: plain lines, word for word", async () => {
  expect(await textOf(failingRun())).toBe(
    `forgexec 1.2.3 · execute · .forge.yml

▶ install
  $ pip install -r requirements.txt
    Collecting flask
    Successfully installed flask
  ✔ 3.2s
✔ install  3.2s

▶ linting
  $ ruff check
  $ mypy src
    ruff check │ All checks passed!
  ✔ ruff check  800ms
    mypy src   │ src/app.py:3: error
    mypy src   │ Found 1 error
  ✖ mypy src  exit code 1 (may fail)  2.0s
✔ linting  2.0s

▶ execute
  API server  $ flask run  in the background
    API server │ Running on port 5000
  ✔ API server is ready
  Tests  $ pytest -q 'it'"'"'s here'
    F
    1 failed at first
  ✖ exit code 1  2.0s
  attempt 2 of 2  Tests  $ pytest -q 'it'"'"'s here'
    API server │ GET / 404
    E   assert 404 == 200
    1 failed
  ✖ exit code 3  3.0s
  ✔ API server  5.0s
✖ execute  5.0s

○ staging/deploy  skipped

${FAILURE}
✔ install            3.2s  ━━━━━━━━━━━━━
✔ linting            2.0s              ━━━━━━━━
✖ execute            5.0s                      ━━━━━━━━━━━━━━━━━━━━
○ staging/deploy  skipped

✖ execute failed: execute › Tests  in 10.2s  exit code 3
`,
  );
});

test("quiet: only what failed and the last line", async () => {
  expect(await textOf(failingRun(), { level: "quiet" })).toBe(
    `${FAILURE}✖ execute failed: execute › Tests  in 10.2s  exit code 3\n`,
  );
  expect(await textOf(printing("x"), { level: "quiet" })).toBe("✔ execute succeeded  in 5ms\n");
});

test("a phase that no step made fail says why, once", async () => {
  const script = new Script(planOf([plannedPhase("install", [plannedStep(0, ["pip"])])])).begin("install");
  const events = script.finish("install", "failure", NO_PYTHON).done("failure", 2);
  for (const level of ["quiet", "normal"] as const) {
    const text = await textOf(events, { level });
    expect(text).toContain("FAILED install  failed\n  │ .forge.yml:2:9: no Python 3.9\n");
    expect(text.split("no Python 3.9")).toHaveLength(2);
  }
});

test("verbose: folders, names of variables, time-outs and the cache, but no values", async () => {
  const step = plannedStep(0, ["make"], {
    environment: { TOKEN: "s3cret", A: "1" },
    workingDirectory: "/project/sub",
    timeoutMs: 60_000,
  });
  const plan = planOf([plannedPhase("install", [step])]);
  const events = new Script(plan).begin("install").start("install", 0).end("install", 0).finish("install").done();
  const text = await textOf(events, { level: "verbose" });
  expect(text).toContain("directory  /project\n");
  expect(text).toContain("  $ make\n    in /project/sub\n    with A TOKEN\n    at most 1m 00s\n");
  expect(text).toContain("cache: off");
  expect(text).not.toContain("s3cret");
  expect(await textOf(events)).not.toContain("TOKEN");
});

test("how to run again names the spec where it is another", async () => {
  const plan = planOf([plannedPhase("linting", [plannedStep(0, ["x"])])], { spec: "ci/it's.yml", stage: "all" });
  const script = new Script(plan)
    .begin("linting")
    .start("linting", 0)
    .end("linting", 0, { result: "failure", signal: "SIGSEGV", exitCode: null });
  const text = await textOf(script.finish("linting", "failure").done("failure", 139));
  expect(text).toContain(`forgexec run all --spec 'ci/it'"'"'s.yml' --from linting`);
  expect(text).toContain("killed by SIGSEGV after");
  expect(text).toContain("(no output)");
});

test("a step of another platform is told, steps after a failure only in verbose", async () => {
  const plan = planOf([
    plannedPhase("install", [
      plannedStep(0, ["choco", "install"], { skip: "only on windows" }),
      plannedStep(1, ["false"]),
      plannedStep(2, ["never", "run"]),
    ]),
  ]);
  const script = new Script(plan).begin("install").end("install", 0, { result: "skipped" }).start("install", 1);
  const events = script
    .end("install", 1, { result: "failure" })
    .end("install", 2, { result: "skipped" })
    .finish("install", "failure")
    .done("failure");
  const text = await textOf(events);
  expect(text).toContain("  ○ choco install  skipped: only on windows\n");
  expect(text).not.toContain("never run");
  expect(await textOf(events, { level: "verbose" })).toContain("○ never run  skipped");
});

test("command output cannot wreck the report, with colours and without", async () => {
  const hostile = "\u001b[31mred\u001b]0;title\u0007\u001b[2J\u001b[5A\nmore\r10%\r100%\u0007";
  expect(await textOf(printing(hostile))).toContain("    red\n    100%\n  ✔");
  const coloured = await textOf(printing(hostile), { color: true });
  expect(coloured).toContain("    \u001b[31mred\u001b[0m\n    \u001b[31m100%\u001b[0m\n");
  expect(visible(coloured)).not.toMatch(/␛\[2J|␇|␛\]|\r/);
});

test("hostile names and commands stay on their lines", async () => {
  const step = plannedStep(0, ["a\nb", "\u001b[2J"], { name: "n\n\u001b]0;x\u0007ame" });
  const plan = planOf([plannedPhase("install", [step])], { spec: "x\u001b[2J\n.yml" });
  const script = new Script(plan).begin("install").start("install", 0).end("install", 0, { result: "failure" });
  for (const level of ["quiet", "normal", "verbose"] as const) {
    const text = await textOf(
      [...script.events, ...new Script(plan).finish("install", "failure").done("failure").slice(1)],
      { level },
    );
    expect(visible(text)).not.toMatch(/[␛␇]/);
    expect(text).toContain("n ame");
  }
});

test("colours on a pipe say no more than the plain text", async () => {
  const coloured = await textOf(failingRun(), { color: true });
  expect(coloured).toContain("\u001b[31m");
  expect(plain(coloured)).toBe(await textOf(failingRun()));
});

test("a full stream holds the run back", async () => {
  const out = new MemoryStream();
  const reporter = consoleReporter({ out, color: false });
  out.full = true;
  const wait = reporter.handle(failingRun()[0] as Event);
  expect(wait).toBeInstanceOf(Promise);
  out.drain();
  await wait;
});

/** A terminal whose clock and frames are moved by hand. */
function terminal(options: Partial<ConsoleOptions> = {}) {
  const out = new MemoryStream();
  out.isTTY = true;
  out.columns = 40;
  const clock = { ms: START, tick: (): void => undefined, stopped: false };
  const reporter = consoleReporter({
    out,
    color: false,
    now: () => new Date(clock.ms),
    schedule: (tick) => {
      clock.tick = tick;
      return () => {
        clock.stopped = true;
      };
    },
    ...options,
  });
  return { out, clock, reporter };
}

test("on a terminal: what runs is shown live, below the output, and is gone at the end", async () => {
  const { out, clock, reporter } = terminal();
  const events = failingRun();
  const next = async (): Promise<string> => {
    await reporter.handle(events.shift() as Event);
    return out.take();
  };
  await next();
  await next();
  clock.ms += 1234;
  expect(await next()).toContain("  $ pip install -r requirements.txt\n⠋ install › pip install -r requi…  1.2s");
  clock.ms += 100;
  clock.tick();
  expect(out.take()).toBe("\r\u001b[J⠙ install › pip install -r requi…  1.3s");
  expect(await next()).toBe("\r\u001b[J    Collecting flask\n    Successfully installed flask\n");
  clock.ms += 100;
  clock.tick();
  expect(out.take()).toBe("⠹ install › pip install -r requi…  1.4s");
  for (const event of events) await reporter.handle(event);
  await reporter.close?.();
  expect(clock.stopped).toBe(true);
  expect(out.text.endsWith("✖ execute failed: execute › Tests  in 10.2s  exit code 3\n")).toBe(true);
  expect(out.text).not.toContain("\u001b[?");
});

test("on a terminal: steps that run at the same time take a line each, never more than fit", async () => {
  const plan = planOf([
    plannedPhase(
      "linting",
      Array.from({ length: 9 }, (_, index) => plannedStep(index, [`日本語${index}`.repeat(9)])),
      { parallel: true },
    ),
  ]);
  const script = new Script(plan).begin("linting");
  for (let step = 0; step < 9; step++) script.start("linting", step);
  const { out, clock, reporter } = terminal();
  for (const event of script.events) await reporter.handle(event);
  out.take();
  clock.ms += 5000;
  clock.tick();
  const lines = visible(out.take())
    .replace(/^\r(␛\[\d+A)?␛\[J/, "")
    .split("\n");
  expect(lines).toHaveLength(5);
  expect(lines[0]).toBe("  and 5 more");
  expect(lines[4]).toBe("⠙ linting › 日本語8日本語8日本語…  5.0s");
  clock.tick();
  expect(visible(out.take())).toMatch(/^\r␛\[4A␛\[J/);
  // Each line takes two rows of a terminal that has become half as wide.
  out.columns = 20;
  clock.tick();
  expect(visible(out.take())).toMatch(/^\r␛\[[5-9]A␛\[J/);
});

test("on a terminal: a run that breaks off leaves no live line and no timer", async () => {
  const { out, clock, reporter } = terminal();
  for (const event of failingRun().slice(0, 3)) await reporter.handle(event);
  out.take();
  clock.ms += 1000;
  clock.tick();
  out.take();
  await reporter.close?.();
  expect(out.text).toBe("\r\u001b[J");
  expect(clock.stopped).toBe(true);
});

test("a terminal that takes no more text gets no more frames", async () => {
  const { out, clock, reporter } = terminal();
  for (const event of failingRun().slice(0, 3)) await reporter.handle(event);
  out.full = true;
  clock.ms += 1000;
  clock.tick();
  const { writes } = out;
  clock.tick();
  clock.tick();
  expect(out.writes).toBe(writes);
  out.drain();
});

test("no live lines where they are not wanted", async () => {
  const { out, reporter } = terminal({ progress: "never" });
  for (const event of failingRun()) await reporter.handle(event);
  expect(out.text).not.toContain("\u001b");
});
