import { formatDuration } from "../spec/index.js";
import { type Attempt, startAttempt } from "./attempt.js";
import { type Scope, Stop } from "./cancel.js";
import { type Emit, emitSkipped, type RunContext, SKIPPED, type StepOutcome, type StepPlace } from "./context.js";
import { awaitReady } from "./ready.js";
import { emitEnd } from "./step.js";

/** A background step that was started; it is watched until the phase is over. */
export interface Background {
  readonly place: StepPlace;
  /** Resolves when the process is gone; a stop at the phase's end is a success. */
  readonly ended: Promise<StepOutcome>;
}

interface BackgroundOptions {
  readonly run: RunContext;
  readonly place: StepPlace;
  readonly emit: Emit;
  readonly phase: Scope;
  /** Aborted when the phase is over and what still runs is to be stopped. */
  readonly over: AbortSignal;
}

type State = "starting" | "ready" | "late" | "unasked";

/**
 * Starts a background step and waits until it is ready. From then on an end with an error stops the phase at that
 * moment, as does any end before it is ready.
 */
export async function startBackground(options: BackgroundOptions): Promise<Background> {
  const { run, place, emit, phase, over } = options;
  if (place.planned.skip !== null || phase.signal.aborted) {
    emitSkipped(emit, place);
    return { place, ended: Promise.resolve(SKIPPED) };
  }
  const listeners = new Set<(text: string) => void>();
  const unready = new AbortController();
  const signal = AbortSignal.any([phase.signal, over, unready.signal]);
  const watch = (text: string): void => {
    for (const listener of listeners) listener(text);
  };
  const attempt = await startAttempt({ run, place, emit, attempt: 1, signal, watch });
  let state: State = place.planned.ready === null ? "ready" : "starting";
  const ended = attempt.ended.then((exit) => {
    const outcome = judge(exit, state, phase);
    finish(outcome, { ...options, attempt, state });
    return outcome;
  });
  const ready = await awaitReady({ run, place, listeners, note: attempt.note, gone: goneSignal(attempt), signal });
  if (ready === "ready" && place.planned.ready !== null) {
    state = "ready";
    void emit({ type: "step.ready", phase: place.phase, step: place.planned.step });
  } else if (ready === "late" || ready === "unasked") {
    state = ready;
    unready.abort(new Stop({ kind: "phase-over" }));
  }
  if (ready === "late" || ready === "unasked" || ready === "gone") await ended;
  return { place, ended };
}

/** A signal that is aborted when the process is gone. */
function goneSignal(attempt: Attempt): AbortSignal {
  const controller = new AbortController();
  void attempt.running.exit.then(() => controller.abort());
  return controller.signal;
}

function judge(exit: StepOutcome, state: State, phase: Scope): StepOutcome {
  if (state === "late") return { ...exit, result: "timed-out", status: 124 };
  if (state === "unasked") return { ...exit, result: "failure", status: 1 };
  const why = phase.reason?.kind;
  if (exit.result === "cancelled" && why !== "cancelled") return { ...exit, result: "success", status: 0 };
  if (exit.result === "success" && state === "starting") return { ...exit, result: "failure", status: 1 };
  return exit;
}

/** Says what a failure was, and stops the phase for it. */
function finish(
  outcome: StepOutcome,
  about: BackgroundOptions & { readonly attempt: Attempt; readonly state: State },
): void {
  const { attempt, state, place, emit, phase } = about;
  if (state === "late")
    attempt.note(
      `not ready within ${formatDuration(place.planned.ready?.timeoutMs ?? 0)} (${place.planned.ready?.kind})`,
    );
  else if (outcome.result === "failure" && state !== "unasked") {
    const how = outcome.signal === null ? `ended with exit code ${outcome.exitCode}` : `was ended by ${outcome.signal}`;
    attempt.note(
      `the background command ${how} ${state === "ready" ? "before the phase was over" : "before it was ready"}`,
    );
  }
  emitEnd(emit, place, outcome);
  const failed = outcome.result === "failure" || outcome.result === "timed-out";
  if (failed && !place.planned.continueOnError) phase.stop({ kind: "background-failed", name: place.planned.name });
}
