import { startAttempt } from "./attempt.js";
import { type Emit, emitSkipped, type RunContext, SKIPPED, type StepOutcome, type StepPlace } from "./context.js";

/** Runs a foreground step, with its further tries. Emits its events; never rejects for what a command does. */
export async function runStep(options: {
  readonly run: RunContext;
  readonly place: StepPlace;
  readonly emit: Emit;
  readonly signal: AbortSignal;
}): Promise<StepOutcome> {
  const { run, place, emit, signal } = options;
  if (place.planned.skip !== null || signal.aborted) {
    emitSkipped(emit, place);
    return SKIPPED;
  }
  const began = run.services.now().getTime();
  for (let attempt = 1; ; attempt++) {
    const { ended } = await startAttempt({ ...options, attempt });
    const outcome = await ended;
    emitEnd(emit, place, outcome);
    const again = outcome.status !== 0 && attempt <= place.planned.retry && !signal.aborted;
    if (!again) return { ...outcome, durationMs: run.services.now().getTime() - began };
  }
}

export function emitEnd(emit: Emit, { phase, planned }: StepPlace, outcome: StepOutcome): void {
  const { result, exitCode, signal, durationMs } = outcome;
  void emit({
    type: "step.end",
    phase,
    step: planned.step,
    result,
    exitCode,
    signal,
    durationMs,
    timedOut: result === "timed-out",
  });
}
