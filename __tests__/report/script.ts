import type { Plan, PlannedPhase, PlannedStep } from "../../src/plan/index.js";
import type { Event, EventBody, PhaseError, PhaseSummary, Result, StepSummary } from "../../src/run/index.js";
import type { PhaseName } from "../../src/spec/index.js";

export const START = Date.parse("2026-01-02T03:04:05.000Z");

export function plannedStep(step: number, argv: readonly string[], more: Partial<PlannedStep> = {}): PlannedStep {
  return {
    step,
    name: argv.join(" "),
    argv,
    background: false,
    environment: {},
    workingDirectory: "/project",
    timeoutMs: null,
    idleTimeoutMs: null,
    retry: 0,
    continueOnError: false,
    ready: null,
    stdin: null,
    if: null,
    skip: null,
    cacheable: false,
    position: { line: step + 2, column: 5 },
    ...more,
  };
}

export function plannedPhase(
  phase: PhaseName,
  steps: readonly PlannedStep[],
  more: Partial<PlannedPhase> = {},
): PlannedPhase {
  return { phase, parallel: false, timeoutMs: null, idToken: false, sandbox: null, environment: {}, steps, ...more };
}

export function planOf(phases: readonly PlannedPhase[], more: Partial<Plan> = {}): Plan {
  return {
    version: "1.2.3",
    spec: ".forge.yml",
    stage: "execute",
    directory: "/project",
    cacheKey: null,
    needsPython: false,
    python: null,
    timeoutMs: null,
    keepGoing: false,
    phases,
    warnings: [],
    ...more,
  };
}

/** Why a phase failed before its steps. */
export const NO_PYTHON = {
  error: { code: "no-python", message: "no Python 3.9", place: { file: ".forge.yml", line: 2, column: 9 } },
};

/** Writes the events of a run, with a clock that is moved by hand. */
export class Script {
  readonly events: Event[] = [];
  readonly plan: Plan;
  time = START;
  readonly #phases: PhaseSummary[] = [];
  readonly #steps = new Map<number, StepSummary>();
  readonly #attempts = new Map<number, { attempt: number; startedAt: number }>();
  #phaseStart = START;

  constructor(plan: Plan) {
    this.plan = plan;
    const { version, spec, stage, directory } = plan;
    this.add({ type: "run.start", version, spec, stage, directory, plan });
  }

  add(body: EventBody): this {
    this.events.push({ ...body, time: new Date(this.time).toISOString() });
    return this;
  }

  wait(ms: number): this {
    this.time += ms;
    return this;
  }

  begin(phase: PhaseName): this {
    this.#phaseStart = this.time;
    return this.add({ type: "phase.start", phase });
  }

  start(phase: PhaseName, step: number, attempt = 1): this {
    const { name, argv, background } = this.#planned(phase, step);
    this.#attempts.set(step, { attempt, startedAt: this.time });
    return this.add({ type: "step.start", phase, step, name, argv, background, attempt });
  }

  out(phase: PhaseName, step: number, text: string): this {
    return this.add({ type: "output", phase, step, stream: "stdout", text });
  }

  end(phase: PhaseName, step: number, more: { result?: Result; exitCode?: number | null; signal?: string } = {}): this {
    const { result = "success", exitCode = result === "success" ? 0 : 1, signal = null } = more;
    const { name, argv, background } = this.#planned(phase, step);
    const { attempt: attempts, startedAt } = this.#attempts.get(step) ?? { attempt: 0, startedAt: this.time };
    const durationMs = this.time - startedAt;
    const timedOut = result === "timed-out";
    this.#steps.set(step, { name, argv, result, exitCode, signal, durationMs, attempts, background });
    return this.add({ type: "step.end", phase, step, result, exitCode, signal, durationMs, timedOut });
  }

  finish(phase: PhaseName, result: Result = "success", more: { readonly error?: PhaseError } = {}): this {
    const durationMs = result === "skipped" ? 0 : this.time - this.#phaseStart;
    const steps = [...this.#steps].sort(([a], [b]) => a - b).map(([, step]) => step);
    this.#phases.push({ phase, result, durationMs, cached: false, ...more, steps });
    this.#steps.clear();
    this.#attempts.clear();
    return this.add({ type: "phase.end", phase, result, durationMs, cached: false, ...more });
  }

  done(result: Result = "success", exitCode = result === "success" ? 0 : 1): Event[] {
    const cache = { hit: "off", key: null, restoredMs: 0, savedKey: null, bytes: 0 } as const;
    this.add({ type: "run.end", result, exitCode, durationMs: this.time - START, phases: this.#phases, cache });
    return this.events;
  }

  #planned(phase: PhaseName, step: number): PlannedStep {
    const found = this.plan.phases.find((planned) => planned.phase === phase)?.steps[step];
    if (found === undefined) throw new Error(`no step ${step} in ${phase}`);
    return found;
  }
}

/** The events as a run yields them. */
export async function* stream(events: readonly Event[]): AsyncGenerator<Event> {
  yield* events;
}

/** A run with a background step, a parallel phase, a retry and a failure, and a phase that is skipped for it. */
export function failingRun(): Event[] {
  const plan = planOf([
    plannedPhase("install", [plannedStep(0, ["pip", "install", "-r", "requirements.txt"])]),
    plannedPhase(
      "linting",
      [plannedStep(0, ["ruff", "check"]), plannedStep(1, ["mypy", "src"], { continueOnError: true })],
      {
        parallel: true,
      },
    ),
    plannedPhase("execute", [
      plannedStep(0, ["flask", "run"], { name: "API server", background: true }),
      plannedStep(1, ["pytest", "-q", "it's here"], { name: "Tests", retry: 1, position: { line: 12, column: 7 } }),
    ]),
    plannedPhase("staging/deploy", [plannedStep(0, ["twine", "upload"])]),
  ]);
  return new Script(plan)
    .begin("install")
    .start("install", 0)
    .out("install", 0, "Collecting flask\nSuccessfully installed flask")
    .wait(3200)
    .end("install", 0)
    .finish("install")
    .begin("linting")
    .start("linting", 0)
    .start("linting", 1)
    .wait(800)
    .out("linting", 0, "All checks passed!")
    .end("linting", 0)
    .out("linting", 1, "src/app.py:3: error\nFound 1 error")
    .wait(1200)
    .end("linting", 1, { result: "failure" })
    .finish("linting")
    .begin("execute")
    .start("execute", 0)
    .out("execute", 0, "Running on port 5000")
    .add({ type: "step.ready", phase: "execute", step: 0 })
    .start("execute", 1)
    .wait(2000)
    .out("execute", 1, "F\n1 failed at first")
    .end("execute", 1, { result: "failure" })
    .start("execute", 1, 2)
    .out("execute", 0, "GET / 404")
    .wait(3000)
    .out("execute", 1, "E   assert 404 == 200\n1 failed")
    .end("execute", 1, { result: "failure", exitCode: 3 })
    .end("execute", 0)
    .finish("execute", "failure")
    .finish("staging/deploy", "skipped")
    .done("failure", 3);
}
