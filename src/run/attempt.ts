import { formatDuration } from "../spec/index.js";
import { stopReason } from "./cancel.js";
import type { Emit, RunContext, StepOutcome, StepPlace } from "./context.js";
import { stepEnvironment } from "./environment.js";
import { LineOutput } from "./output.js";
import { type Exit, type Running, start } from "./spawn.js";

/** One try of a step: its process and the outputs that its events come from. */
export interface Attempt {
  readonly running: Running;
  /** Resolves, after the last output event, with how the try ended. Never rejects. */
  readonly ended: Promise<StepOutcome>;
  /** Adds a line of forgexec's own to the step's output. */
  note(line: string): void;
}

export interface AttemptOptions {
  readonly run: RunContext;
  readonly place: StepPlace;
  readonly emit: Emit;
  /** From 1. */
  readonly attempt: number;
  /** Aborted: the process tree is ended. */
  readonly signal: AbortSignal;
  /** Sees every text of whole lines, before it is masked into an event. */
  readonly watch?: (text: string) => void;
}

/** Starts a step's command; `step.start` has been emitted when this returns. */
export async function startAttempt(options: AttemptOptions): Promise<Attempt> {
  const { run, place, emit, attempt, signal, watch } = options;
  const { phase, planned } = place;
  const { step, name, argv, background } = planned;
  const started = run.services.now().getTime();
  void emit({ type: "step.start", phase, step, name, argv, background, attempt });
  const output = (stream: "stdout" | "stderr"): LineOutput =>
    new LineOutput(run.services.masker, (text) => {
      watch?.(text);
      return emit({ type: "output", phase, step, stream, text });
    });
  const note = (line: string): void =>
    void emit({ type: "output", phase, step, stream: "stderr", text: run.services.masker.mask(`forgexec: ${line}`) });
  const running = await start({
    planned,
    environment: stepEnvironment(run, place),
    sandbox: run.sandbox,
    stdout: output("stdout"),
    stderr: output("stderr"),
    signal,
    killSignal: run.services.killSignal,
  });
  const ended = running.exit.then((exit) => {
    explain(exit, options, note);
    return outcomeOf(exit, { signal, attempt, durationMs: run.services.now().getTime() - started });
  });
  return { running, ended, note };
}

function explain(exit: Exit, { place, signal }: AttemptOptions, note: (line: string) => void): void {
  const { timeoutMs, idleTimeoutMs } = place.planned;
  if (exit.problem !== null) note(exit.problem);
  else if (exit.timedOut === "timeout")
    note(`ended: it ran longer than its timeout of ${formatDuration(timeoutMs ?? 0)}`);
  else if (exit.timedOut === "idle-timeout")
    note(`ended: no output for its idle-timeout of ${formatDuration(idleTimeoutMs ?? 0)}`);
  else {
    const reason = exit.aborted ? stopReason(signal) : null;
    if (reason?.kind === "timeout") note(`ended: the ${reason.of} ran longer than its timeout`);
    if (reason?.kind === "background-failed") note(`ended: the background step "${reason.name}" failed`);
  }
}

function outcomeOf(
  exit: Exit,
  about: { readonly signal: AbortSignal; readonly attempt: number; readonly durationMs: number },
): StepOutcome {
  const { exitCode, signal } = exit;
  const base = { exitCode, signal, durationMs: about.durationMs, attempts: about.attempt };
  if (exit.timedOut !== null) return { ...base, result: "timed-out", status: 124 };
  const reason = exit.aborted ? stopReason(about.signal) : null;
  if (reason?.kind === "timeout") return { ...base, result: "timed-out", status: 124 };
  if (reason !== null) return { ...base, result: "cancelled", status: exit.status };
  return { ...base, result: exit.status === 0 ? "success" : "failure", status: exit.status };
}
