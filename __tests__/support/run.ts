import { tmpdir } from "node:os";
import type { Plan } from "../../src/plan/index.js";
import { type Event, type RunServices, run } from "../../src/run/index.js";
import { createMasker } from "../../src/secrets/index.js";
import { planOf } from "./plan.js";

export type EventOf<T extends Event["type"]> = Extract<Event, { type: T }>;

/** Services of a machine with this process's PATH and nothing else. */
export function createServices(overrides: Partial<RunServices> = {}): RunServices {
  return {
    now: () => new Date(),
    environment: { PATH: process.env.PATH ?? "", HOME: tmpdir() },
    idTokenEnvironment: {},
    resolve: (value) => (typeof value === "string" ? value : JSON.stringify(value)),
    masker: createMasker(),
    recover: async () => [],
    openPackages: async () => null,
    openSandbox: async () => null,
    signal: new AbortController().signal,
    killSignal: new AbortController().signal,
    ...overrides,
  };
}

/** What a run came to, for assertions. */
export class Outcome {
  constructor(readonly events: readonly Event[]) {}

  of<T extends Event["type"]>(type: T): EventOf<T>[] {
    return this.events.filter((event): event is EventOf<T> => event.type === type);
  }

  get end(): EventOf<"run.end"> {
    const [end] = this.of("run.end");
    if (end === undefined) throw new Error("the run has no run.end");
    return end;
  }

  /** The output of a step, or of all steps. */
  output(step?: number): string {
    const wanted = this.of("output").filter((event) => step === undefined || event.step === step);
    return wanted.map(({ text }) => text).join("\n");
  }

  /** `[result, exit code]` of each step of a phase. */
  steps(phase = 0): (readonly [string, number | null])[] {
    return this.end.phases[phase]?.steps.map(({ result, exitCode }) => [result, exitCode] as const) ?? [];
  }
}

export interface RunTextOptions {
  readonly plan?: Partial<Parameters<typeof planOf>[1]>;
  readonly services?: Partial<RunServices>;
  /** Sees every event as it comes. */
  readonly onEvent?: (event: Event) => void;
}

export async function runPlan(plan: Plan, options: RunTextOptions = {}): Promise<Outcome> {
  const events: Event[] = [];
  for await (const event of run(plan, createServices(options.services))) {
    events.push(event);
    options.onEvent?.(event);
  }
  return new Outcome(events);
}

/** Runs the text of a spec in a temporary folder of the system. */
export function runText(text: string, options: RunTextOptions = {}): Promise<Outcome> {
  return runPlan(planOf(text, { directory: tmpdir(), ...options.plan }), options);
}
