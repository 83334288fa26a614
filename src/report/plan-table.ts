import { relative } from "node:path";
import { clip, pad, widest } from "../columns.js";
import type { Plan, PlannedPhase, PlannedStep } from "../plan/index.js";
import type { Value } from "../spec/index.js";
import { oneLine } from "../terminal-text.js";
import { durationText } from "./duration.js";
import { sandboxText } from "./sandbox-text.js";
import { type Theme, theme } from "./theme.js";
import { commandText, ownName } from "./words.js";

interface Row {
  readonly phase: string;
  readonly index: string;
  readonly command: string;
  /** What is special about the step; a line each. */
  readonly notes: readonly string[];
  readonly skipped: boolean;
}

const GAP = "  ";
const LONGEST_VALUE = 60;

/**
 * What would run, as a table for people: phases, steps, commands, and under each step what is special about it.
 * `width` is in columns, wide characters count two; absent: nothing is cut.
 */
export function planTable(
  plan: Plan,
  options: { readonly color?: boolean; readonly width?: number | undefined } = {},
): string {
  const look = theme(options.color === true);
  const width = Math.max(20, options.width ?? Number.MAX_SAFE_INTEGER);
  const common = commonEnvironment(plan);
  const rows = plan.phases.flatMap((phase) => rowsOf(plan, phase, common));
  const phases = widest(
    rows.map(({ phase }) => phase),
    5,
  );
  const indexes = widest(
    rows.map(({ index }) => index),
    1,
  );
  const room = width - phases - indexes - 2 * GAP.length;
  const lines = rows.flatMap((row) => {
    const begin = `${look.bold(look.cyan(pad(row.phase, phases)))}${GAP}${look.dim(pad(row.index, indexes))}${GAP}`;
    const command = clip(row.command, room);
    const notes = row.notes.map(
      (note) => " ".repeat(phases + indexes + 2 * GAP.length) + look.dim(clip(`· ${note}`, room)),
    );
    return [begin + (row.skipped ? look.dim(command) : command), ...notes];
  });
  const head = header(plan, common, { look, width });
  const heading = look.dim(`${pad("PHASE", phases)}${GAP}${pad("#", indexes)}${GAP}COMMAND`);
  const body = rows.length === 0 ? [look.dim("Nothing would run.")] : [heading, ...lines];
  return [...head, "", ...body].map((line) => `${line.trimEnd()}\n`).join("");
}

function header(
  plan: Plan,
  common: readonly string[],
  view: { readonly look: Theme; readonly width: number },
): string[] {
  const { look, width } = view;
  const facts = [
    ["stage", plan.stage],
    ["spec", oneLine(plan.spec)],
    ["directory", oneLine(plan.directory)],
    ["python", plan.needsPython ? oneLine(plan.python ?? "python3 on PATH") : "the machine's"],
    ["cache key", keyText(plan)],
    ...(plan.timeoutMs === null ? [] : [["time-out", durationText(plan.timeoutMs)]]),
    ...common.map((variable, index) => [index === 0 ? "environment" : "", variable]),
  ];
  const warnings = plan.warnings.map(({ message }) => look.yellow(clip(`warning: ${oneLine(message)}`, width)));
  return [
    ...facts.map(([name = "", value = ""]) => `${look.dim(pad(name, 11))}${GAP}${clip(value, width - 13)}`),
    ...warnings,
  ];
}

function keyText({ cacheKey, cacheKeyMissing }: Plan): string {
  if (cacheKey !== null) return oneLine(cacheKey);
  return cacheKeyMissing === undefined ? "no cache" : oneLine(`not known: ${cacheKeyMissing}`);
}

function rowsOf(plan: Plan, phase: PlannedPhase, common: readonly string[]): Row[] {
  return phase.steps.map((step, index) => {
    const name = ownName(step);
    const first = index === 0;
    const ofPhase = [
      ...(phase.parallel ? ["steps of this phase run at the same time"] : []),
      ...(phase.timeoutMs === null ? [] : [`phase ends after ${durationText(phase.timeoutMs)}`]),
      ...(phase.idToken ? ["OIDC variables are passed on"] : []),
      ...(phase.sandbox === null ? [] : [`sandbox: ${sandboxText(phase.sandbox)}`]),
    ];
    return {
      phase: first ? phase.phase : "",
      index: String(step.step + 1),
      command: `${name === undefined ? "" : `${name}: `}${commandText(step.argv)}`,
      notes: [...(first ? ofPhase : []), ...notesOf(plan, step, common)],
      skipped: step.skip !== null,
    };
  });
}

function notesOf(plan: Plan, step: PlannedStep, common: readonly string[]): string[] {
  const bounds = [
    ...(step.skip === null ? [] : [`skipped: ${oneLine(step.skip)}`]),
    ...(step.background ? ["in the background"] : []),
    ...(step.ready === null ? [] : [`ready when ${readyText(step.ready)}`]),
    ...(step.timeoutMs === null ? [] : [`at most ${durationText(step.timeoutMs)}`]),
    ...(step.idleTimeoutMs === null ? [] : [`at most ${durationText(step.idleTimeoutMs)} without output`]),
    ...(step.retry === 0 ? [] : [`${step.retry + 1} attempts`]),
    ...(step.continueOnError ? ["may fail"] : []),
    ...(step.cacheable ? ["not run where the environment comes from the cache"] : []),
  ];
  const folder = relative(plan.directory, step.workingDirectory);
  return [
    ...(bounds.length > 0 ? [bounds.join(", ")] : []),
    ...(folder === "" ? [] : [`in ${oneLine(folder)}`]),
    ...(step.stdin === null ? [] : [`reads ${oneLine(relative(plan.directory, step.stdin))}`]),
    ...variablesOf(step).filter((variable) => !common.includes(variable)),
  ];
}

function readyText(ready: NonNullable<PlannedStep["ready"]>): string {
  const within = ` within ${durationText(ready.timeoutMs)}`;
  switch (ready.kind) {
    case "http":
      return `${oneLine(ready.url)} answers${within}`;
    case "tcp":
      return `${oneLine(ready.host)}:${ready.port} accepts${within}`;
    case "log":
      return `its output matches /${oneLine(ready.pattern)}/${within}`;
    case "command":
      return `${commandText(ready.words)} succeeds${within}`;
  }
}

/** Variables that every step gets are told once. */
function commonEnvironment(plan: Plan): readonly string[] {
  const [first, ...others] = plan.phases.flatMap(({ steps }) => steps.map((step) => new Set(variablesOf(step))));
  if (first === undefined) return [];
  return [...first].filter((variable) => others.every((set) => set.has(variable)));
}

function variablesOf(step: PlannedStep): string[] {
  return Object.entries(step.environment)
    .map(([name, value]) => `${oneLine(name)}=${valueText(value)}`)
    .sort();
}

function valueText(value: Value): string {
  if (typeof value === "string") return clip(oneLine(value), LONGEST_VALUE);
  return "env" in value ? `(from ${oneLine(value.env)})` : "(encrypted)";
}
