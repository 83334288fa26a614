import { describe, expect, test } from "@jest/globals";
import { isAlive } from "../support/process.js";
import { runText } from "../support/run.js";

const server = (code: string) => `node -e "${code}"`;

/** A step that waits until a file is there; the background step makes it. */
const until = (path: string) => `sh -c 'until test -e ${path}; do sleep 0.05; done; rm ${path}'`;

const unique = (() => {
  let count = 0;
  return () => `/tmp/forgexec-test-${process.pid}-${count++}`;
})();

describe("background steps", () => {
  test("run beside the others and are stopped, as a success, when the phase ends", async () => {
    const path = unique();
    const outcome = await runText(`execute:\n  - background: sh -c 'touch ${path}; sleep 300'\n  - ${until(path)}`);
    expect(outcome.end.result).toBe("success");
    expect(outcome.steps()[0]?.[0]).toBe("success");
  });

  test("an exit with an error fails the phase at that moment, with its code and its words", async () => {
    const outcome = await runText(
      "execute:\n  - background: sh -c 'echo broken >&2; exit 9'\n  - sleep 300\nstaging: { deploy: [echo never] }",
      { plan: { stage: "execute" } },
    );
    expect(outcome.end).toMatchObject({ result: "failure", exitCode: 9 });
    expect(outcome.steps().map(([result]) => result)).toEqual(["failure", "cancelled"]);
    expect(outcome.output(0)).toMatch(/^broken\nforgexec: .*exit code 9 before the phase was over/);
    expect(outcome.output(1)).toMatch(/background step .* failed/);
  });

  test("an exit with 0 is fine", async () => {
    const outcome = await runText("execute:\n  - background: echo brief\n  - sleep 0.3");
    expect(outcome.end).toMatchObject({ result: "success", exitCode: 0 });
  });

  test("outlive a step that is ended by its time-out", async () => {
    const outcome = await runText(
      `execute:
  - background: sleep 300
  - { run: sleep 300, timeout: 1s, continue-on-error: true }
  - echo still here`,
    );
    expect(outcome.end).toMatchObject({ result: "success", exitCode: 0 });
    expect(outcome.steps().map(([result]) => result)).toEqual(["success", "timed-out", "success"]);
    expect(outcome.output(0)).toBe("");
  });

  test("one that is not ready in time takes no other's result", async () => {
    const outcome = await runText(
      `execute:
  - background: sleep 300
  - { background: sleep 300, ready: { log: never, timeout: 1s } }`,
    );
    expect(outcome.end).toMatchObject({ result: "timed-out", exitCode: 124 });
    expect(outcome.steps().map(([result]) => result)).toEqual(["success", "timed-out"]);
  });

  test("descendants are stopped too", async () => {
    const path = unique();
    const script = `sh -c 'sh -c "sleep 300 & echo \\$! > ${path}; wait" & wait'`;
    const outcome = await runText(
      `execute:\n  - background: ${script}\n  - sh -c 'until test -s ${path}; do sleep 0.05; done; cat ${path}; rm ${path}'`,
    );
    const pid = Number(outcome.output(1));
    expect(pid).toBeGreaterThan(1);
    expect(isAlive(pid)).toBe(false);
  });

  test("its failure under continue-on-error is reported only", async () => {
    const outcome = await runText("execute:\n  - background: 'false'\n    continue-on-error: true\n  - sleep 0.3");
    expect(outcome.end.exitCode).toBe(0);
    expect(outcome.steps()[0]?.[0]).toBe("failure");
  });
});

describe("readiness", () => {
  test.each([
    ["http", "http: http://127.0.0.1:PORT/x"],
    ["tcp", "tcp: PORT"],
    ["log", 'log: "listening on [0-9]+"'],
    ["command", "command: test -e FILE"],
  ])("by %s: the next step starts after it", async (_, ready) => {
    const path = unique();
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const code = `setTimeout(() => require('http').createServer((q, r) => r.end()).listen(${port}, '127.0.0.1', () => { require('fs').writeFileSync('${path}', ''); console.log('listening on ${port}') }), 200)`;
    const text = `execute:\n  - background: ${server(code)}\n    ready: { ${ready.replace("PORT", String(port)).replace("FILE", path)}, timeout: 20s }\n  - rm ${path}`;
    const outcome = await runText(text);
    expect(outcome.end.result).toBe("success");
    const order = outcome.events.map(({ type }) => type);
    expect(order.indexOf("step.ready")).toBeLessThan(order.lastIndexOf("step.start"));
  });

  test("not in time is 124", async () => {
    const outcome = await runText(
      "execute:\n  - background: sleep 300\n    ready: { log: never, timeout: 1 }\n  - echo no",
    );
    expect(outcome.end).toMatchObject({ result: "timed-out", exitCode: 124 });
    expect(outcome.steps()).toEqual([
      ["timed-out", null],
      ["skipped", null],
    ]);
    expect(outcome.output(0)).toMatch(/not ready within 1s/);
  });

  test("a pattern that takes for ever keeps nothing waiting", async () => {
    const outcome = await runText(
      `execute:\n  - background: sh -c 'echo ${"a".repeat(60)}!; sleep 300'\n    ready: { log: "^(a+)+$", timeout: 1 }\n  - echo no`,
    );
    expect(outcome.end).toMatchObject({ result: "timed-out", exitCode: 124 });
    expect(outcome.output(0)).toMatch(/ready\.log takes too long[\s\S]*not ready within 1s/);
  });

  test.each([
    ["0", "true", 1],
    ["5", "sh -c 'exit 5'", 5],
  ])("an end with %s before it is ready fails the phase at once", async (_, command, code) => {
    const outcome = await runText(
      `execute:\n  - background: ${JSON.stringify(command)}\n    ready: { log: never, timeout: 60 }\n  - echo no`,
    );
    expect(outcome.end).toMatchObject({ result: "failure", exitCode: code });
    expect(outcome.output(0)).toMatch(/before it was ready/);
  });
});

describe("parallel phases", () => {
  test("steps run at the same time, their outputs are kept together", async () => {
    const [a, b] = [unique(), unique()];
    // Each waits for the other's file, so neither ends unless both run.
    const step = (mine: string, other: string, name: string) =>
      `sh -c 'echo ${name}1; touch ${mine}; until test -e ${other}; do sleep 0.05; done; echo ${name}2'`;
    const outcome = await runText(
      `linting:\n  parallel: true\n  steps:\n    - ${step(a, b, "a")}\n    - ${step(b, a, "b")}\nexecute: [rm ${a} ${b}]`,
    );
    expect(outcome.end.result).toBe("success");
    const outputs = outcome.of("output").filter(({ phase }) => phase === "linting");
    expect(outputs.map(({ text }) => text).join("\n")).toBe("a1\na2\nb1\nb2");
  });

  test("all finish; the first failure in the spec's order decides", async () => {
    const text =
      "linting:\n  parallel: true\n  steps:\n    - sh -c 'sleep 0.5; exit 3'\n    - sh -c 'exit 4'\n    - sh -c 'sleep 0.3; echo done'";
    const outcome = await runText(text);
    expect(outcome.end.exitCode).toBe(3);
    expect(outcome.steps()).toEqual([
      ["failure", 3],
      ["failure", 4],
      ["success", 0],
    ]);
    expect(outcome.output(2)).toBe("done");
  });
});
