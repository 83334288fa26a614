import { setMaxListeners } from "node:events";
import { isDeploy, type Plan, type PlannedPhase } from "../plan/index.js";
import { exitCodeOf, Scope, stopReason } from "./cancel.js";
import { Channel } from "./channel.js";
import { type Emit, emitSkipped, type RunContext, SKIPPED, summarise } from "./context.js";
import type { CacheSummary, Event, EventBody, PhaseSummary, Result } from "./events.js";
import { maskEvent } from "./mask-event.js";
import { Packages } from "./packages.js";
import { type PhaseOutcome, runPhase } from "./phase.js";
import type { RunServices } from "./services.js";
import { GRACE_MS } from "./spawn.js";
import { createRunId, endStrays, endStraysOfDeadRuns } from "./strays.js";

/**
 * Runs a plan and yields its events, from `run.start` to `run.end`. Commands that fail are results, not errors; an
 * error is thrown only for a fault of forgexec's own. Whoever stops iterating early cancels the run. When the iteration
 * is over no process of the run is left and the user's files are as they were.
 */
export async function* run(plan: Plan, services: RunServices): AsyncGenerator<Event, void, undefined> {
  const channel = new Channel<Event>();
  const emit: Emit = (body) =>
    channel.push(
      stamped(maskEvent(body, services.masker), services.now()),
      body.type === "output" ? body.text.length : 1,
    );
  const abandoned = new AbortController();
  // As many commands listen as run at the same time; Node warns of a leak at eleven.
  setMaxListeners(0, services.killSignal);
  const signal = AbortSignal.any([services.signal, abandoned.signal]);
  const work = runPlan(plan, services, { emit, signal }).finally(() => channel.close());
  // Whoever iterates gets a failure of it below; until then it must not count as unhandled.
  work.catch(() => undefined);
  try {
    yield* channel;
  } finally {
    abandoned.abort();
    await work;
  }
}

/** An event with its fields in the order in which people read them. */
function stamped(body: EventBody, now: Date): Event {
  const { type, ...rest } = body;
  return { type, time: now.toISOString(), ...rest } as Event;
}

async function runPlan(
  plan: Plan,
  services: RunServices,
  outlets: { readonly emit: Emit; readonly signal: AbortSignal },
): Promise<void> {
  const { emit } = outlets;
  const spentMs = services.spentMs ?? 0;
  const began = services.now().getTime() - spentMs;
  const { version, spec, stage, directory } = plan;
  void emit({ type: "run.start", version, spec, stage, directory, plan });
  for (const { code, message } of plan.warnings) void emit({ type: "warning", code, message });
  const left = plan.timeoutMs === null ? null : plan.timeoutMs - spentMs;
  const scope = new Scope(outlets.signal, { ms: left, of: "run" });
  if (left !== null && left <= 0) scope.stop({ kind: "timeout", of: "run" });
  const runId = createRunId();
  const packages = new Packages(plan, services, emit);
  const context = { plan, services, emit, signal: scope.signal, runId, packages, session: null, sandbox: null };
  let outcome: RunOutcome | undefined;
  let cache: CacheSummary;
  await endStraysOfDeadRuns({ graceMs: GRACE_MS, hurry: services.killSignal });
  await packages.recover();
  try {
    outcome = await runPhases(context);
  } finally {
    scope.close();
    // A cancelled run has had its grace.
    const graceMs = services.signal.aborted ? 500 : GRACE_MS;
    await endStrays(runId, { graceMs, hurry: services.killSignal });
    cache = await packages.close({ succeeded: outcome?.result === "success" });
  }
  const durationMs = services.now().getTime() - began;
  const { result, exitCode, phases } = outcome;
  void emit({ type: "run.end", result, exitCode, durationMs, phases, cache });
}

interface RunOutcome {
  readonly result: Result;
  readonly exitCode: number;
  readonly phases: readonly PhaseSummary[];
}

/** Runs the phases in order. After a failure the rest is skipped; under `--keep-going` only what would deploy is. */
async function runPhases(run: RunContext): Promise<RunOutcome> {
  const phases: PhaseSummary[] = [];
  let decisive: PhaseOutcome | undefined;
  for (const phase of run.plan.phases) {
    const skip = run.signal.aborted || (decisive !== undefined && (!run.plan.keepGoing || isDeploy(phase.phase)));
    if (skip) {
      phases.push(skipPhase(phase, run.emit));
      continue;
    }
    void run.emit({ type: "phase.start", phase: phase.phase });
    const outcome = await runPhase(run, phase);
    if (outcome.exitCode !== 0) decisive ??= outcome;
    phases.push(outcome.summary);
  }
  return { ...verdict(run, decisive), phases };
}

function skipPhase(phase: PlannedPhase, emit: Emit): PhaseSummary {
  for (const planned of phase.steps) emitSkipped(emit, { phase: phase.phase, planned });
  void emit({ type: "phase.end", phase: phase.phase, result: "skipped", durationMs: 0, cached: false });
  const steps = phase.steps.map((planned) => summarise(planned, SKIPPED));
  return { phase: phase.phase, result: "skipped", durationMs: 0, cached: false, steps };
}

function verdict(run: RunContext, decisive: PhaseOutcome | undefined): Omit<RunOutcome, "phases"> {
  if (decisive !== undefined) return { result: decisive.summary.result, exitCode: decisive.exitCode };
  const reason = stopReason(run.signal);
  if (reason?.kind === "cancelled") return { result: "cancelled", exitCode: exitCodeOf(reason.signal) };
  if (reason?.kind === "timeout") return { result: "timed-out", exitCode: 124 };
  return { result: "success", exitCode: 0 };
}
