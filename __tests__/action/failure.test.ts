import { expect, test } from "@jest/globals";
import { failureLine } from "../../src/action/failure.js";
import type { RunEnd } from "../../src/action/outputs.js";
import type { PhaseSummary, StepSummary } from "../../src/run/index.js";
import { planOf } from "../support/plan.js";

const NO_PLAN = { phases: [] };

function end(overrides: Partial<RunEnd>): RunEnd {
  return {
    type: "run.end",
    time: "2026-01-01T00:00:00.000Z",
    result: "failure",
    exitCode: 3,
    durationMs: 1,
    phases: [],
    cache: { hit: "off", key: null, restoredMs: 0, savedKey: null, bytes: 0 },
    ...overrides,
  };
}

function phase(result: PhaseSummary["result"], step?: Partial<StepSummary>): PhaseSummary {
  const steps: StepSummary[] = step
    ? [
        {
          name: "a step",
          argv: ["pytest", "-k", "not slow"],
          result,
          exitCode: 3,
          signal: null,
          durationMs: 1,
          attempts: 1,
          background: false,
          ...step,
        },
      ]
    : [];
  return { phase: "execute", result, durationMs: 1, cached: false, steps };
}

test("a command that fails is named with its phase and exit code", () => {
  expect(failureLine(end({ phases: [phase("failure", {})] }), NO_PLAN)).toBe(
    "Phase execute failed: `pytest -k 'not slow'` ended with exit code 3.",
  );
});

test("a phase that failed before its steps says why", () => {
  const error = { code: "c", message: "/nowhere is not there", place: null };
  expect(failureLine(end({ exitCode: 2, phases: [{ ...phase("failure"), error }] }), NO_PLAN)).toBe(
    "Phase execute failed; exit code 2. /nowhere is not there",
  );
});

test("the phase that failed is named, not the one that was skipped or went well", () => {
  const phases = [phase("success", {}), phase("failure", { argv: ["false"], exitCode: 1 }), phase("skipped")];
  expect(failureLine(end({ phases }), NO_PLAN)).toContain("`false` ended with exit code 1");
});

test("a step that was allowed to fail is not to blame", () => {
  const allowed = phase("failure", { argv: ["flaky"], exitCode: 5 }).steps;
  const failing = phase("failure", { argv: ["false"], exitCode: 1 });
  const plan = planOf("execute: [{ run: flaky, continue-on-error: true }, 'false']");
  const phases = [{ ...failing, steps: [...allowed, ...failing.steps] }];
  expect(failureLine(end({ phases }), plan)).toContain("`false` ended with exit code 1");
});

test.each([
  [{ signal: "SIGKILL", exitCode: null }, "was ended by SIGKILL."],
  [{ exitCode: null }, "could not be run."],
])("what else ends a command: %j", (step, told) => {
  expect(failureLine(end({ phases: [phase("failure", step)] }), NO_PLAN)).toContain(told);
});

test("a time-out is called one", () => {
  const late = end({ result: "timed-out", exitCode: 124, phases: [phase("timed-out", { exitCode: 124 })] });
  expect(failureLine(late, NO_PLAN)).toBe(
    "Phase execute failed: `pytest -k 'not slow'` ran out of time, exit code 124.",
  );
  const phaseOnly = end({ result: "timed-out", exitCode: 124, phases: [phase("timed-out")] });
  expect(failureLine(phaseOnly, NO_PLAN)).toBe("Phase execute ran out of time; exit code 124.");
});

test("a cancelled run says when it was", () => {
  expect(failureLine(end({ result: "cancelled", exitCode: 130, phases: [phase("cancelled")] }), NO_PLAN)).toBe(
    "The run was cancelled during execute; exit code 130.",
  );
});

test("success has nothing to say", () => {
  expect(failureLine(end({ result: "success", exitCode: 0 }), NO_PLAN)).toBeNull();
});

test("it stays one line of bounded length whatever the command is", () => {
  const line = failureLine(
    end({ phases: [phase("failure", { argv: ["sh", "-c", "a\nb\r\n".repeat(100_000)] })] }),
    NO_PLAN,
  );
  expect(line).not.toMatch(/[\r\n]/);
  expect(line?.length).toBeLessThan(400);
});
