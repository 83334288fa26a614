import { z } from "zod";

const result = z.enum(["success", "failure", "cancelled", "skipped", "timed-out"]);
const index = z.int().nonnegative();
const milliseconds = z.number().nonnegative();
const time = z.iso.datetime();
const phase = z.string().min(1);
const argv = z.array(z.string()).min(1);
const exit = { exitCode: z.int().nullable(), signal: z.string().nullable() };

const stepSummary = z.strictObject({
  name: z.string(),
  argv,
  result,
  ...exit,
  durationMs: milliseconds,
  attempts: index,
  background: z.boolean(),
  cached: z.optional(z.literal(true)),
});
const phaseSummary = z.strictObject({
  phase,
  result,
  durationMs: milliseconds,
  cached: z.boolean(),
  steps: z.array(stepSummary),
});
const plannedStep = z.looseObject({ name: z.string(), argv, background: z.boolean(), workingDirectory: z.string() });
const plan = z.looseObject({
  version: z.string(),
  stage: z.string(),
  directory: z.string(),
  phases: z.array(z.looseObject({ phase, steps: z.array(plannedStep) })),
});

const event = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("run.start"),
    time,
    version: z.string(),
    spec: z.string(),
    stage: z.string(),
    directory: z.string(),
    plan,
  }),
  z.strictObject({ type: z.literal("phase.start"), time, phase }),
  z.strictObject({
    type: z.literal("step.start"),
    time,
    phase,
    step: index,
    name: z.string(),
    argv,
    background: z.boolean(),
    attempt: z.int().positive(),
  }),
  z.strictObject({
    type: z.literal("output"),
    time,
    phase,
    step: index,
    stream: z.enum(["stdout", "stderr"]),
    text: z.string(),
  }),
  z.strictObject({ type: z.literal("step.ready"), time, phase, step: index }),
  z.strictObject({
    type: z.literal("step.end"),
    time,
    phase,
    step: index,
    result,
    ...exit,
    durationMs: milliseconds,
    timedOut: z.boolean(),
    cached: z.optional(z.literal(true)),
  }),
  z.strictObject({
    type: z.literal("phase.end"),
    time,
    phase,
    result,
    durationMs: milliseconds,
    cached: z.boolean(),
  }),
  z.strictObject({ type: z.literal("progress"), time, phase, text: z.string() }),
  z.strictObject({ type: z.literal("warning"), time, code: z.string(), message: z.string() }),
  z.strictObject({
    type: z.literal("run.end"),
    time,
    result,
    exitCode: index,
    durationMs: milliseconds,
    phases: z.array(phaseSummary),
    cache: z.strictObject({
      hit: z.enum(["exact", "partial", "none", "off"]),
      key: z.string().nullable(),
      restoredMs: milliseconds,
      savedKey: z.string().nullable(),
      bytes: z.number().nonnegative(),
      reason: z.optional(z.string()),
    }),
  }),
]);

/** An event as the contract has it: no key missing, none more. */
export type StreamEvent = z.infer<typeof event>;
export type EventOf<Type extends StreamEvent["type"]> = Extract<StreamEvent, { type: Type }>;

/** Reads a `--json` stream: each line of it must be one event of the contract, and nothing else. */
export function parseEvents(stdout: string): StreamEvent[] {
  const lines = stdout.split("\n");
  if (lines.pop() !== "")
    throw new Error(`the stream does not end with a newline: ${JSON.stringify(stdout.slice(-200))}`);
  return lines.map((line, number) => {
    const parsed = event.safeParse(JSON.parse(line));
    if (!parsed.success) throw new Error(`line ${number + 1}: ${line.slice(0, 500)}\n${z.prettifyError(parsed.error)}`);
    return parsed.data;
  });
}

/** The events of one type, in order. */
export function eventsOf<Type extends StreamEvent["type"]>(
  events: readonly StreamEvent[],
  type: Type,
): EventOf<Type>[] {
  return events.filter((candidate): candidate is EventOf<Type> => candidate.type === type);
}

/** What the steps of the stream printed, in the order that it came. */
export function outputOf(events: readonly StreamEvent[]): string {
  return eventsOf(events, "output")
    .map(({ text }) => `${text}\n`)
    .join("");
}
