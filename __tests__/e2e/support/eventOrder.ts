import { type EventOf, eventsOf, type StreamEvent } from "./events.js";

const LONGEST_LINE = 65_536;

/** What is wrong with the order of a stream's events, one sentence each; empty for a stream as it must be. */
export function orderFaults(events: readonly StreamEvent[]): string[] {
  const faults: string[] = [];
  if (events[0]?.type !== "run.start") faults.push(`begins with ${events[0]?.type}`);
  if (events.at(-1)?.type !== "run.end") faults.push(`ends with ${events.at(-1)?.type}`);
  for (const type of ["run.start", "run.end"] as const) {
    if (eventsOf(events, type).length !== 1) faults.push(`${eventsOf(events, type).length} of ${type}`);
  }
  const checker = new OrderChecker(faults);
  for (const event of events) checker.take(event);
  checker.end();
  const [start] = eventsOf(events, "run.start");
  const [end] = eventsOf(events, "run.end");
  if (start && end) faults.push(...summaryFaults(events, start, end));
  return faults;
}

/** Follows which phase and steps are open. */
class OrderChecker {
  private phase: string | null = null;
  private readonly steps = new Map<number, { attempt: number; background: boolean }>();
  private readonly attempts = new Map<number, number>();
  private readonly ended = new Set<string>();

  constructor(private readonly faults: string[]) {}

  take(event: StreamEvent): void {
    if (!("phase" in event)) return;
    const where = `${event.type} of ${event.phase}`;
    if (event.type === "phase.start") this.startPhase(event, where);
    else if (event.type === "phase.end") this.endPhase(event, where);
    else if (this.phase === null && event.type === "step.end" && event.result === "skipped") return;
    else if (this.phase !== event.phase) this.faults.push(`${where} while the open phase is ${this.phase}`);
    else if (event.type === "progress") return;
    else if (event.type === "step.start") this.startStep(event, `${where}/${event.step}`);
    else this.inStep(event, `${where}/${event.step}`);
  }

  end(): void {
    if (this.phase !== null) this.faults.push(`${this.phase} has no end`);
  }

  private startPhase(event: EventOf<"phase.start">, where: string): void {
    if (this.phase !== null) this.faults.push(`${where} inside ${this.phase}`);
    if (this.ended.has(event.phase)) this.faults.push(`${where} after its end`);
    this.phase = event.phase;
    this.attempts.clear();
  }

  private endPhase(event: EventOf<"phase.end">, where: string): void {
    if (this.ended.has(event.phase)) this.faults.push(`${where} twice`);
    if (this.phase !== event.phase && event.result !== "skipped") this.faults.push(`${where} without its start`);
    for (const step of this.steps.keys()) this.faults.push(`${where} before the end of step ${step}`);
    this.ended.add(event.phase);
    if (this.phase === event.phase) this.phase = null;
  }

  private startStep(event: EventOf<"step.start">, where: string): void {
    if (this.steps.has(event.step)) this.faults.push(`${where} while it runs`);
    const attempt = (this.attempts.get(event.step) ?? 0) + 1;
    if (event.attempt !== attempt) this.faults.push(`${where} is attempt ${event.attempt} in place of ${attempt}`);
    this.attempts.set(event.step, attempt);
    this.steps.set(event.step, event);
  }

  private inStep(event: EventOf<"output"> | EventOf<"step.ready"> | EventOf<"step.end">, where: string): void {
    const step = this.steps.get(event.step);
    if (!step && !(event.type === "step.end" && event.result === "skipped")) this.faults.push(`${where} outside of it`);
    if (event.type === "step.ready" && step?.background === false) this.faults.push(`${where} of no background step`);
    if (event.type === "step.end") this.steps.delete(event.step);
    if (event.type !== "output") return;
    if (event.text.split("\n").some((line) => Buffer.byteLength(line) > LONGEST_LINE)) {
      this.faults.push(`${where} has a line over 64 KiB`);
    }
  }
}

/** The summary must have every planned phase, and say of each what its events said. */
function summaryFaults(events: readonly StreamEvent[], start: EventOf<"run.start">, end: EventOf<"run.end">): string[] {
  const planned = start.plan.phases.map(({ phase }) => phase).join(", ");
  const summed = end.phases.map(({ phase }) => phase).join(", ");
  const faults = planned === summed ? [] : [`planned ${planned}, summed up ${summed}`];
  const results = new Map(end.phases.map(({ phase, result }) => [phase, result]));
  for (const { phase, result } of eventsOf(events, "phase.end")) {
    if (results.get(phase) !== result) faults.push(`${phase} ended with ${result}, summed up as ${results.get(phase)}`);
  }
  if ((end.result === "success") !== (end.exitCode === 0)) faults.push(`${end.result} with exit code ${end.exitCode}`);
  return faults;
}
