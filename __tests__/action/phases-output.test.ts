import { expect, test } from "@jest/globals";
import { boundedPhases, PHASES_OUTPUT_BYTES } from "../../src/action/phases-output.js";
import type { PhaseSummary, StepSummary } from "../../src/run/index.js";

function step(overrides: Partial<StepSummary> = {}): StepSummary {
  return {
    name: "tests",
    argv: ["pytest", "-q"],
    result: "success",
    exitCode: 0,
    signal: null,
    durationMs: 12,
    attempts: 1,
    background: false,
    ...overrides,
  };
}

function phase(steps: readonly StepSummary[]): PhaseSummary {
  return { phase: "execute", result: "success", durationMs: 12, cached: false, steps };
}

function output(phases: readonly PhaseSummary[]): readonly PhaseSummary[] {
  const json = boundedPhases(phases, (text) => text);
  expect(Buffer.byteLength(json)).toBeLessThanOrEqual(PHASES_OUTPUT_BYTES);
  return JSON.parse(json);
}

test("a usual run is given whole", () => {
  const phases = [phase([step(), step({ argv: ["echo", "ü\n\u{1f600}", ""] })])];
  expect(output(phases)).toEqual(phases);
});

test("a huge word is cut, and says so", () => {
  const [only] = output([phase([step({ argv: ["echo", "x".repeat(2_000_000), "y"] })])]);
  expect(only?.steps[0]?.argv).toEqual(["echo", `${"x".repeat(99)}…`, "y"]);
  expect(only?.steps[0]?.exitCode).toBe(0);
});

test("of a hundred thousand words the first are kept", () => {
  const argv = Array.from({ length: 100_000 }, (_, index) => `${index}`);
  const [only] = output([phase([step({ argv })])]);
  expect(only?.steps[0]?.argv).toEqual([...argv.slice(0, 16), "…"]);
});

test("many long commands are left out, their results stay", () => {
  const steps = Array.from({ length: 300 }, () => step({ argv: Array(20).fill("word".repeat(30)), result: "failure" }));
  const [only] = output([phase(steps)]);
  expect(only?.steps).toHaveLength(300);
  expect(only?.steps.every(({ argv, result }) => argv.length === 0 && result === "failure")).toBe(true);
});

test("of a hundred thousand steps the phases stay", () => {
  expect(output([phase(Array(100_000).fill(step())), phase([step()])])).toEqual([phase([]), phase([])]);
});

test("secrets are masked, in names and in commands, and the JSON stays whole", () => {
  const json = boundedPhases([phase([step({ name: 'a "s3cret"', argv: ["login", "-p", "s3cret"] })])], (text) =>
    text.replaceAll('"s3cret"', "***").replaceAll("s3cret", "***"),
  );
  expect(json).not.toContain("s3cret");
  expect(JSON.parse(json)[0].steps[0]).toMatchObject({ name: "a ***", argv: ["login", "-p", "***"] });
});
