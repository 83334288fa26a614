import type { Plan, PlannedStep } from "../plan/index.js";
import type { PhaseName } from "../spec/index.js";
import type { EventBody, Result, StepSummary } from "./events.js";
import type { PackageSession, PhaseSandbox, RunServices } from "./services.js";

/** Takes an event; the promise, where there is one, asks the writer to pause. */
export type Emit = (event: EventBody) => Promise<void> | undefined;

/** The build's environment as phases come and go. */
export interface Environments {
  /** Null where the build has no environment of its own. A UsageError: it cannot be had. */
  enter(phase: PhaseName, signal: AbortSignal): Promise<PackageSession | null>;
  leave(phase: PhaseName, outcome: { readonly succeeded: boolean }): Promise<void>;
}

/** What the parts of one run share. */
export interface RunContext {
  readonly plan: Plan;
  readonly services: RunServices;
  readonly emit: Emit;
  /** Aborted with the reason why the run is to end. */
  readonly signal: AbortSignal;
  /** In the environment of every process of this run, and of no other: how strays are found. */
  readonly runId: string;
  readonly packages: Environments;
  /** The build's environment, in a phase that has one. */
  readonly session: PackageSession | null;
  /** What the phase's commands run in; null: the machine itself. */
  readonly sandbox: PhaseSandbox | null;
}

/** Where a step stands. */
export interface StepPlace {
  readonly phase: PhaseName;
  readonly planned: PlannedStep;
}

/** How a step ended. `status` is what it makes of forgexec's own exit code: 0 for success. */
export interface StepOutcome {
  readonly result: Result;
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly status: number;
  readonly durationMs: number;
  readonly attempts: number;
  readonly cached?: true;
}

export const SKIPPED: StepOutcome = {
  result: "skipped",
  exitCode: null,
  signal: null,
  status: 0,
  durationMs: 0,
  attempts: 0,
};

/** Not run, since the environment came whole from the cache. */
export const CACHED: StepOutcome = { ...SKIPPED, cached: true };

export function summarise(planned: PlannedStep, outcome: StepOutcome): StepSummary {
  const { name, argv, background } = planned;
  const { result, exitCode, signal, durationMs, attempts, cached } = outcome;
  const summary = { name, argv, result, exitCode, signal, durationMs, attempts, background };
  return cached === undefined ? summary : { ...summary, cached };
}

/** Tells of a step that will not run, or not any more. */
export function emitSkipped(emit: Emit, { phase, planned }: StepPlace, outcome: StepOutcome = SKIPPED): void {
  void emit({
    type: "step.end",
    phase,
    step: planned.step,
    result: "skipped",
    exitCode: null,
    signal: null,
    durationMs: 0,
    timedOut: false,
    ...(outcome.cached === undefined ? {} : { cached: outcome.cached }),
  });
}
