import { UsageError } from "../errors.js";
import type { PlannedPhase, PlannedStep } from "../plan/index.js";
import { isDeploy } from "../plan/index.js";
import { type Background, startBackground } from "./background.js";
import { exitCodeOf, Scope, Stop, type StopReason } from "./cancel.js";
import {
  CACHED,
  type Emit,
  emitSkipped,
  type RunContext,
  SKIPPED,
  type StepOutcome,
  type StepPlace,
  summarise,
} from "./context.js";
import type { PhaseError, PhaseSummary, Result } from "./events.js";
import type { PhaseSandbox } from "./services.js";
import { runStep } from "./step.js";
import { Turns } from "./turns.js";

export interface PhaseOutcome {
  readonly summary: PhaseSummary;
  /** What the phase makes of the run's exit code; 0 for success. */
  readonly exitCode: number;
}

/** A failure that counts, in the order in which failures came. */
type Failure = Pick<StepOutcome, "result" | "status"> & { readonly step: number };

/** Runs a phase's steps and ends what they left running. Emits all its events but `phase.start`. */
export async function runPhase(run: RunContext, phase: PlannedPhase): Promise<PhaseOutcome> {
  const began = run.services.now().getTime();
  const scope = new Scope(run.signal, { ms: phase.timeoutMs, of: "phase" });
  const outcomes = new Map<number, StepOutcome>();
  const failures: Failure[] = [];
  let fault: { readonly error?: PhaseError } = {};
  const record = ({ planned }: StepPlace, outcome: StepOutcome): void => {
    outcomes.set(planned.step, outcome);
    const counts = (outcome.result === "failure" || outcome.result === "timed-out") && !planned.continueOnError;
    if (counts) failures.push({ step: planned.step, result: outcome.result, status: outcome.status });
  };
  try {
    const entered = await run.packages.enter(phase.phase, scope.signal);
    const ofImage = entered?.madeBy !== undefined && "image" in entered.madeBy;
    const inside = { ...run, session: ofImage && phase.sandbox === null ? null : entered };
    const sandbox = await openSandbox(inside, phase, scope.signal);
    try {
      await runSteps({ run: { ...inside, sandbox }, phase, scope, record, failed: () => failures.length > 0 });
    } finally {
      await sandbox?.close().catch((error: Error) => {
        const message = run.services.masker.mask(error.message);
        void run.emit({ type: "warning", code: "sandbox-not-closed", message });
      });
    }
  } catch (error) {
    const usage = scope.signal.aborted ? null : usageErrorOf(error);
    if (usage !== null) {
      const { code, why, place } = usage;
      fault = { error: { code, message: run.services.masker.mask(why), place } };
      failures.push({ step: -1, result: "failure", status: 2 });
    }
    for (const planned of phase.steps) emitSkipped(run.emit, { phase: phase.phase, planned });
  } finally {
    scope.close();
  }
  if (phase.parallel) failures.sort((a, b) => a.step - b.step);
  const { result, exitCode } = judge(scope.reason, failures[0]);
  await run.packages.leave(phase.phase, { succeeded: result === "success" });
  const durationMs = run.services.now().getTime() - began;
  const cached = [...outcomes.values()].some((outcome) => outcome.cached === true);
  void run.emit({ type: "phase.end", phase: phase.phase, result, durationMs, cached, ...fault });
  const steps = phase.steps.map((planned) => summarise(planned, outcomes.get(planned.step) ?? SKIPPED));
  return { summary: { phase: phase.phase, result, durationMs, cached, ...fault, steps }, exitCode };
}

/** Not for steps that will not run. */
async function openSandbox(run: RunContext, phase: PlannedPhase, signal: AbortSignal): Promise<PhaseSandbox | null> {
  const idle = phase.steps.every((planned) => planned.skip !== null || isDone(run, planned));
  if (phase.sandbox === null || idle) return null;
  const sandbox = await run.services.openSandbox({ phase, packages: run.session, signal });
  const notice = sandbox?.notice ?? null;
  if (notice !== null) void run.emit({ type: "progress", phase: phase.phase, text: run.services.masker.mask(notice) });
  return sandbox;
}

/** The error where it is the user's to mend; any other is a fault of forgexec's own and goes on up. */
function usageErrorOf(error: unknown): UsageError {
  if (error instanceof UsageError) return error;
  throw error;
}

interface Running {
  readonly run: RunContext;
  readonly phase: PlannedPhase;
  readonly scope: Scope;
  readonly record: (place: StepPlace, outcome: StepOutcome) => void;
  readonly failed: () => boolean;
}

async function runSteps(running: Running): Promise<void> {
  const { run, phase, scope, record, failed } = running;
  const over = new AbortController();
  const backgrounds: Background[] = [];
  const together: Promise<void>[] = [];
  const foreground = phase.steps.filter((planned) => !planned.background);
  const turns = new Turns(run.emit, foreground.length);
  const goesOn = run.plan.keepGoing && !isDeploy(phase.phase);
  const foregroundStep = async (place: StepPlace, emit: Emit): Promise<void> =>
    record(place, await runStep({ run, place, emit, signal: scope.signal }));
  try {
    for (const planned of phase.steps) {
      const place = { phase: phase.phase, planned };
      if (scope.signal.aborted || (failed() && !goesOn && !phase.parallel)) {
        emitSkipped(run.emit, place);
      } else if (isDone(run, planned)) {
        emitSkipped(run.emit, place, CACHED);
        record(place, CACHED);
        if (phase.parallel) turns.end(foreground.indexOf(planned));
      } else if (planned.background) {
        const background = await startBackground({ run, place, emit: run.emit, phase: scope, over: over.signal });
        void background.ended.then((outcome) => record(place, outcome));
        backgrounds.push(background);
      } else if (phase.parallel) {
        const lane = foreground.indexOf(planned);
        together.push(foregroundStep(place, turns.lane(lane)).finally(() => turns.end(lane)));
      } else {
        await foregroundStep(place, run.emit);
      }
    }
    await Promise.all(together);
  } finally {
    over.abort(new Stop({ kind: "phase-over" }));
    await Promise.all(backgrounds.map((background) => background.ended));
  }
}

/** Whether the environment came from the cache with all that the step would put into it. */
function isDone(run: RunContext, planned: PlannedStep): boolean {
  return planned.cacheable && planned.skip === null && run.session?.contents === "whole";
}

function judge(
  reason: StopReason | null,
  failure: Failure | undefined,
): { readonly result: Result; readonly exitCode: number } {
  if (reason?.kind === "cancelled") return { result: "cancelled", exitCode: exitCodeOf(reason.signal) };
  if (reason?.kind === "timeout") return { result: "timed-out", exitCode: 124 };
  if (failure === undefined) return { result: "success", exitCode: 0 };
  return { result: failure.result, exitCode: failure.status };
}
