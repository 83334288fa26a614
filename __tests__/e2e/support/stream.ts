import { expect } from "@jest/globals";
import { type CliOptions, type CliResult, runCli } from "./cli.js";
import { orderFaults } from "./eventOrder.js";
import { type EventOf, eventsOf, parseEvents, type StreamEvent } from "./events.js";

export interface StreamedRun extends CliResult {
  readonly events: readonly StreamEvent[];
  readonly end: EventOf<"run.end">;
}

/** A run with `--json`: its stream must keep the contract, and its last event must agree with the exit code. */
export async function runStreamed(args: readonly string[], options: CliOptions): Promise<StreamedRun> {
  return checkStream(await runCli(["run", ...args, "--json"], options));
}

/** Checks the stream of a run that has ended. */
export function checkStream(result: CliResult): StreamedRun {
  if (result.stdout === "") throw new Error(`no events; exit code ${result.exitCode}:\n${result.stderr}`);
  const events = parseEvents(result.stdout);
  expect(orderFaults(events)).toEqual([]);
  const [end] = eventsOf(events, "run.end");
  if (end === undefined) throw new Error("no run.end");
  expect(end.exitCode).toBe(result.exitCode);
  return { ...result, events, end };
}

/** `phase: result` of each phase, in order. */
export function phaseResults({ end }: StreamedRun): string[] {
  return end.phases.map(({ phase, result }) => `${phase}: ${result}`);
}
