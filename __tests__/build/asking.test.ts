import { expect, test } from "@jest/globals";
import { indexUnreachable, requireAsking } from "../../src/build/sandbox/asking.js";
import type { PlannedPhase } from "../../src/plan/index.js";
import type { Executor } from "../../src/sandbox/index.js";

const phase = {
  steps: [
    { name: "first", ready: null },
    { name: "server", ready: { kind: "tcp", host: "127.0.0.1", port: 80, timeoutMs: 1000 } },
  ],
} as unknown as PlannedPhase;

/** Containers with networks that are entered, or are not. */
function containers(forwards: readonly string[]): Executor {
  const whyNot = () => "nsenter is missing";
  return { name: "container", capabilities: { forwards }, whyNot } as unknown as Executor;
}

test("a step that cannot be asked whether it is ready is told before anything runs, with the reason and what to do", () => {
  expect(() => requireAsking(phase, containers([]))).toThrow(
    "server: ready.tcp cannot be asked, since containers' networks cannot be entered here: nsenter is missing. Or use ready.command or ready.log.",
  );
  requireAsking(phase, containers(["any"]));
  requireAsking({ ...phase, steps: [] }, containers([]));
  expect(indexUnreachable(containers([])).message).toContain("nsenter is missing. Or run without a package cache");
});
