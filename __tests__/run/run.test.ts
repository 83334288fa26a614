import { describe, expect, test } from "@jest/globals";
import { Scope } from "../../src/run/cancel.js";
import { runText } from "../support/run.js";

describe("phases and steps", () => {
  test("events come in order, each start with its end", async () => {
    const outcome = await runText("install: []\nlinting: [echo one]\nexecute: [echo two, echo three]");
    const shown = outcome.events.map(
      (event) => `${event.type}${"phase" in event ? ` ${event.phase}` : ""}${"step" in event ? ` ${event.step}` : ""}`,
    );
    expect(shown).toEqual([
      "run.start",
      "phase.start linting",
      "step.start linting 0",
      "output linting 0",
      "step.end linting 0",
      "phase.end linting",
      "phase.start execute",
      "step.start execute 0",
      "output execute 0",
      "step.end execute 0",
      "step.start execute 1",
      "output execute 1",
      "step.end execute 1",
      "phase.end execute",
      "run.end",
    ]);
    expect(outcome.end).toMatchObject({ result: "success", exitCode: 0, cache: { hit: "off" } });
  });

  test("every event has an ISO 8601 time, and they never go back", async () => {
    const { events } = await runText("execute: [echo x]");
    const times = events.map(({ time }) => time);
    expect(times.every((time) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(time))).toBe(true);
    expect([...times].sort()).toEqual(times);
  });

  test("the first failure ends its phase and the run; the exit code is the command's", async () => {
    const outcome = await runText("linting: [echo a, 'sh -c \"exit 7\"', echo b]\nexecute: [echo c]");
    expect(outcome.end).toMatchObject({ result: "failure", exitCode: 7 });
    expect(outcome.steps(0)).toEqual([
      ["success", 0],
      ["failure", 7],
      ["skipped", null],
    ]);
    expect(outcome.end.phases.map(({ result }) => result)).toEqual(["failure", "skipped"]);
    expect(outcome.output()).toBe("a");
  });

  test("a command that a signal ended counts as 128 + its number", async () => {
    const outcome = await runText("execute: ['sh -c \"kill -USR1 $$\"']");
    expect(outcome.end.exitCode).toBe(138);
    expect(outcome.of("step.end")[0]).toMatchObject({ exitCode: null, signal: "SIGUSR1" });
  });

  test("any number of steps may wait for the signals that end them, without a warning of Node's", async () => {
    const killSignal = new AbortController().signal;
    const { end } = await runText("execute: [echo]", { services: { killSignal } });
    expect(end.result).toBe("success");
    // Node 20's getMaxListeners does not take an AbortSignal.
    const limit = (signal: object) => {
      const key = Object.getOwnPropertySymbols(signal).find(({ description }) =>
        /maxEventTargetListeners$/.test(description ?? ""),
      );
      return key && Reflect.get(signal, key);
    };
    expect([limit(killSignal), limit(new Scope(killSignal).signal)]).toEqual([0, 0]);
  });

  test("a program that is not there is 127 and says so", async () => {
    const outcome = await runText("execute: [no-such-program-here --x]");
    expect(outcome.end.exitCode).toBe(127);
    expect(outcome.output()).toMatch(/^forgexec: .*no-such-program-here/s);
  });

  test("a working directory that is not there is a failure that names it", async () => {
    const outcome = await runText("execute: [{ run: ls, working-directory: no-such-folder }]");
    expect(outcome.end.result).toBe("failure");
    expect(outcome.output()).toContain("no-such-folder");
  });

  test("continue-on-error: the step failed, phase and run did not", async () => {
    const outcome = await runText("execute: [{ run: 'false', continue-on-error: true }, echo on]");
    expect(outcome.steps()).toEqual([
      ["failure", 1],
      ["success", 0],
    ]);
    expect(outcome.end).toMatchObject({ result: "success", exitCode: 0 });
  });

  test("another platform's step is skipped, the phase goes on", async () => {
    const outcome = await runText("execute: [{ run: dir, if: windows }, echo on]");
    expect(outcome.steps()).toEqual([
      ["skipped", null],
      ["success", 0],
    ]);
  });

  test("retry tries again; each try has its start and end", async () => {
    const script = "test -e $0.done && exit 0; touch $0.done; exit 3";
    const path = `/tmp/forgexec-retry-${process.pid}-${Date.now()}`;
    const outcome = await runText(`execute: [{ run: "sh -c '${script}' ${path}", retry: 2 }, "rm ${path}.done"]`);
    expect(outcome.of("step.start").map(({ step, attempt }) => [step, attempt])).toEqual([
      [0, 1],
      [0, 2],
      [1, 1],
    ]);
    expect(outcome.end.phases[0]?.steps[0]).toMatchObject({ result: "success", attempts: 2 });
  });

  test("--keep-going goes on, but deploys nothing after a failure", async () => {
    const text =
      "linting: ['sh -c \"exit 3\"', echo a]\nexecute: ['sh -c \"exit 4\"', echo b]\nstaging: { deploy: [echo c] }";
    const outcome = await runText(text, { plan: { keepGoing: true, stage: "all" } });
    expect(outcome.end.exitCode).toBe(3);
    expect(outcome.end.phases.map(({ result }) => result)).toEqual(["failure", "failure", "skipped"]);
    expect(outcome.output()).toBe("a\nb");
  });
});

describe("output", () => {
  test("a last line without newline is a line; characters split between writes are put together", async () => {
    const script =
      "process.stdout.write(Buffer.from([0xc3])); setTimeout(() => process.stdout.write(Buffer.from([0xa4, 0x62])), 50)";
    const outcome = await runText(`execute: [{ run: 'node -e "${script}"' }]`);
    expect(outcome.output()).toBe("äb");
  });

  test("stdout and stderr can be opened again by name", async () => {
    const outcome = await runText("execute: [{ run: 'echo out > /dev/stdout; echo err > /dev/stderr', shell: true }]");
    expect(
      outcome
        .of("output")
        .map(({ stream, text }) => `${stream} ${text}`)
        .sort(),
    ).toEqual(["stderr err", "stdout out"]);
  });

  test("a step is over when its command is, even if a grandchild holds its output", async () => {
    const outcome = await runText("execute: [{ run: 'sleep 300 & echo started', shell: true }, echo next]");
    expect(outcome.output()).toBe("started\nnext");
  });

  test("whoever stops reading cancels the run", async () => {
    const { run } = await import("../../src/run/index.js");
    const { planOf } = await import("../support/plan.js");
    const { createServices } = await import("../support/run.js");
    const plan = planOf("execute: [yes, echo never]", { directory: "/tmp" });
    const seen: string[] = [];
    for await (const event of run(plan, createServices())) {
      seen.push(event.type);
      if (event.type === "output") break;
    }
    expect(seen).toContain("output");
  });
});

describe("time", () => {
  test("a step's timeout is 124 and timed-out, up to the run", async () => {
    const outcome = await runText("execute: [{ run: sleep 60, timeout: 1 }, echo never]");
    expect(outcome.end).toMatchObject({ result: "timed-out", exitCode: 124 });
    expect(outcome.of("step.end")[0]).toMatchObject({ result: "timed-out", timedOut: true });
    expect(outcome.output()).toMatch(/timeout of 1s/);
  });

  test("an idle timeout counts from the last output", async () => {
    const outcome = await runText("execute: [{ run: 'echo x; sleep 60', shell: true, idle-timeout: 1 }]");
    expect(outcome.end.exitCode).toBe(124);
    expect(outcome.output()).toMatch(/^x\nforgexec: .*idle-timeout of 1s/);
  });

  test.each([
    ["phase", "execute: { timeout: 1, steps: [sleep 60] }"],
    ["run", "timeout: 1\nexecute: [sleep 60]"],
  ])("the timeout of the %s ends what runs", async (of, text) => {
    const outcome = await runText(text);
    expect(outcome.end).toMatchObject({ result: "timed-out", exitCode: 124 });
    expect(outcome.output()).toContain(`the ${of} ran longer`);
  });
});

describe("cancelling", () => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s ends the run with %d; later phases are skipped", async (name, code) => {
    const { Cancelled } = await import("../../src/run/index.js");
    const controller = new AbortController();
    const outcome = await runText("linting: [sh -c 'echo on; sleep 60']\nexecute: [echo never]", {
      services: { signal: controller.signal },
      onEvent: (event) => {
        if (event.type === "output") controller.abort(new Cancelled(name));
      },
    });
    expect(outcome.end).toMatchObject({ result: "cancelled", exitCode: code });
    expect(outcome.end.phases.map(({ result }) => result)).toEqual(["cancelled", "skipped"]);
  });

  test("a second signal kills what ignores the first", async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const outcome = await runText(
      'execute: ["sh -c \'trap \\"\\" TERM INT; echo on; while :; do sleep 0.1; echo still; done\'"]',
      {
        services: { signal: first.signal, killSignal: second.signal },
        onEvent: (event) => {
          if (event.type !== "output") return;
          if (first.signal.aborted) second.abort();
          first.abort();
        },
      },
    );
    expect(outcome.of("step.end")[0]).toMatchObject({ result: "cancelled", signal: "SIGKILL" });
  });
});
