import { isAbsolute, resolve } from "node:path";
import { type Phase, quoteWords, type Spec, type Step, type Value } from "../spec/index.js";
import type { PlanContext } from "./context.js";
import { stepEnvironment } from "./environment.js";
import { fillsEnvironment } from "./fills.js";
import type { PlannedStep } from "./model.js";
import type { Filler } from "./variables.js";

const LONGEST_NAME = 200;

/** Decides one command: its argv, environment, folder and bounds. */
export function planStep(options: {
  readonly index: number;
  readonly step: Step;
  readonly phase: Phase;
  readonly spec: Spec;
  readonly context: PlanContext;
  readonly filler: Filler;
  readonly environment: Readonly<Record<string, Value>>;
}): PlannedStep {
  const { index, step, spec, context, filler } = options;
  const argv = argvOf(step, filler);
  const written = step.workingDirectory === undefined ? "." : filler.fill(step.workingDirectory, step.position);
  const workingDirectory = resolve(context.directory, written);
  const environment = { ...options.environment, ...stepEnvironment(spec, step, context, filler) };
  return {
    step: index,
    name: step.name ?? shown(step, argv),
    argv,
    background: step.background,
    environment,
    workingDirectory,
    timeoutMs: step.timeoutMs ?? null,
    idleTimeoutMs: step.idleTimeoutMs ?? null,
    retry: step.retry,
    continueOnError: step.continueOnError,
    ready: readyOf(step, filler),
    stdin:
      step.stdin === undefined ? null : isAbsolute(step.stdin) ? step.stdin : resolve(workingDirectory, step.stdin),
    if: step.if ?? null,
    skip: step.if === undefined || step.if === context.platform ? null : `only on ${step.if}`,
    cacheable: isCacheable(options, { argv, environment }),
    position: step.position,
  };
}

/** Only declared inputs tell what installing depends on; a background step is there for others. */
function isCacheable(
  { step, phase }: { readonly step: Step; readonly phase: Phase },
  planned: { readonly argv: readonly string[]; readonly environment: Readonly<Record<string, Value>> },
): boolean {
  if (phase.inputs === undefined || step.background) return false;
  return step.cached ?? (step.shell === undefined && fillsEnvironment(planned.argv, Object.keys(planned.environment)));
}

function argvOf(step: Step, filler: Filler): readonly string[] {
  if (step.shell === undefined) return step.words.map((word) => filler.fill(word, step.position));
  return [step.shell, "-e", "-c", filler.fillScript(step.command, step.position)];
}

function readyOf(step: Step, filler: Filler): PlannedStep["ready"] {
  if (step.ready?.kind !== "command") return step.ready ?? null;
  return { ...step.ready, words: step.ready.words.map((word) => filler.fill(word, step.position)) };
}

/** A step without a name is called by its command: the argv, quoted for a shell, or the first line of a script. */
function shown(step: Step, argv: readonly string[]): string {
  if (step.shell === undefined) return quoteWords(argv).slice(0, LONGEST_NAME);
  const [first = "", ...rest] = (argv.at(-1) ?? "").trim().split("\n");
  return (rest.length > 0 ? `${first} …` : first).slice(0, LONGEST_NAME);
}
