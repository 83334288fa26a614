import type { Plan, PlannedStep } from "../plan/index.js";
import type { Event, Result } from "../run/index.js";
import type { PhaseName } from "../spec/index.js";
import { Tail, type TailLimits } from "./tail.js";

/** What is known of a step from its last attempt. */
export interface StepTrace {
  readonly phase: PhaseName;
  readonly step: number;
  readonly name: string;
  readonly argv: readonly string[];
  readonly background: boolean;
  readonly attempt: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly planned: PlannedStep | undefined;
  readonly tail: Tail;
  end: Extract<Event, { type: "step.end" }> | undefined;
}

export interface PhaseTrace {
  readonly phase: PhaseName;
  readonly startedAt: number;
  readonly parallel: boolean;
  readonly steps: Map<number, StepTrace>;
  end: { readonly result: Result; readonly durationMs: number; readonly cached: boolean } | undefined;
}

/** Beyond so many failed steps their last output is not kept: memory stays bounded however many fail. */
const MOST_TAILS = 100;

/** Follows a run: what was planned, what ran, what runs now, and the last output of what failed. */
export class Trace {
  readonly phases = new Map<PhaseName, PhaseTrace>();
  plan: Plan | undefined;
  /** What forgexec itself does for the phase that runs. */
  progress: string | undefined;
  #current: PhaseTrace | undefined;
  readonly #limits: TailLimits;
  #tails = 0;

  constructor(limits: TailLimits) {
    this.#limits = limits;
  }

  take(event: Event): void {
    switch (event.type) {
      case "run.start":
        this.plan = event.plan;
        return;
      case "phase.start":
        this.#current = this.#phase(event.phase, event.time);
        this.progress = undefined;
        return;
      case "step.start":
        this.#start(event);
        return;
      case "output":
        this.step(event)?.tail.push(event.text);
        return;
      case "step.end":
        this.#end(event);
        return;
      case "progress":
        this.progress = event.text;
        return;
      case "phase.end":
        this.#phase(event.phase, event.time).end = event;
        this.#current = undefined;
    }
  }

  step(at: { readonly phase: PhaseName; readonly step: number }): StepTrace | undefined {
    return this.phases.get(at.phase)?.steps.get(at.step);
  }

  planned(at: { readonly phase: PhaseName; readonly step: number }): PlannedStep | undefined {
    const phase = this.plan?.phases.find((candidate) => candidate.phase === at.phase);
    const likely = phase?.steps[at.step];
    return likely?.step === at.step ? likely : phase?.steps.find((candidate) => candidate.step === at.step);
  }

  /** The phase that runs. */
  current(): PhaseTrace | undefined {
    return this.#current;
  }

  /** Steps that were started and have not ended, in spec order. */
  running(): StepTrace[] {
    return this.#steps().filter((step) => step.end === undefined);
  }

  /** Steps that made their phase fail, in spec order. */
  failures(phase?: PhaseName): StepTrace[] {
    return this.#steps(phase).filter((step) => isFailure(step.end?.result) && !isAllowed(step));
  }

  #steps(only?: PhaseName): StepTrace[] {
    const phases = [...this.phases.values()].filter(({ phase }) => only === undefined || phase === only);
    return phases.flatMap(({ steps }) => [...steps.values()].sort((a, b) => a.step - b.step));
  }

  #phase(phase: PhaseName, time: string): PhaseTrace {
    const known = this.phases.get(phase);
    if (known !== undefined) return known;
    const parallel = this.plan?.phases.find((planned) => planned.phase === phase)?.parallel ?? false;
    const trace: PhaseTrace = {
      phase,
      startedAt: Date.parse(time),
      parallel,
      steps: new Map(),
      end: undefined,
    };
    this.phases.set(phase, trace);
    return trace;
  }

  #start(event: Extract<Event, { type: "step.start" }>): void {
    const phase = this.#phase(event.phase, event.time);
    const planned = this.planned(event);
    this.progress = undefined;
    const { name, argv, background, attempt, step } = event;
    const startedAt = Date.parse(event.time);
    const tail = new Tail(this.#limits);
    phase.steps.set(step, {
      phase: event.phase,
      step,
      name,
      argv,
      background,
      attempt,
      startedAt,
      planned,
      tail,
      end: undefined,
    });
  }

  #end(event: Extract<Event, { type: "step.end" }>): void {
    const step = this.step(event);
    if (step === undefined) return;
    step.end = event;
    if (isFailure(event.result) && this.#tails < MOST_TAILS) this.#tails++;
    else step.tail.clear();
  }
}

export function isFailure(result: Result | undefined): boolean {
  return result === "failure" || result === "timed-out";
}

/** Whether the spec lets the step fail. */
export function isAllowed(step: StepTrace): boolean {
  return step.planned?.continueOnError === true;
}

/** Whether a step runs beside others, so that its lines have to say whose they are. */
export function isLabelled(trace: Trace, step: StepTrace): boolean {
  return step.background || trace.phases.get(step.phase)?.parallel === true;
}
