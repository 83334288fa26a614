import { UsageError } from "../errors.js";
import type { Phase, Spec, Step, Value, Values } from "../spec/index.js";
import type { PlanContext } from "./context.js";
import type { PlannedSandbox, Stage } from "./model.js";
import { isDeploy } from "./stages.js";
import { type Filler, forgeEnvironment } from "./variables.js";

export interface PlannedEnvironment {
  readonly values: Readonly<Record<string, Value>>;
  /** Names whose encrypted values this phase does not get. */
  readonly leftOut: readonly string[];
}

/**
 * What is added to the machine's environment for a phase's commands: the spec's values, then FORGE_*, then `--env`.
 * Encrypted values reach the deploy phases only.
 */
export function phaseEnvironment(options: {
  readonly spec: Spec;
  readonly stage: Stage;
  readonly phase: Phase;
  readonly sandbox: PlannedSandbox | null;
  readonly context: PlanContext;
  readonly filler: Filler;
}): PlannedEnvironment {
  const { spec, stage, phase, sandbox, context, filler } = options;
  const values: Record<string, Value> = {};
  const leftOut: string[] = [];
  // An image may set it itself: what a container's commands start from has it.
  const hasImage = sandbox !== null && sandbox.image !== null;
  if (!hasImage && !context.machineVariables.has("PYTHONUNBUFFERED")) values.PYTHONUNBUFFERED = "1";
  for (const [name, value] of Object.entries(spec.environment)) {
    if (isEncrypted(value) && !(isDeploy(phase.name) && context.policy.decryption === "allowed")) leftOut.push(name);
    else values[name] = filled(value, phase.position, filler);
  }
  Object.assign(values, forgeEnvironment(stage, phase.name, context.variables), context.environment);
  return { values, leftOut: leftOut.filter((name) => values[name] === undefined) };
}

/** A step's own values; an encrypted one where nothing may be decrypted is a UsageError, since the command needs it. */
export function stepEnvironment(spec: Spec, step: Step, context: PlanContext, filler: Filler): Values {
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(step.environment)) {
    const rule = context.policy.decryption;
    if (isEncrypted(value) && rule !== "allowed") {
      const where = `${spec.file}:${step.position.line}:${step.position.column}`;
      throw new UsageError(
        "decryption-refused",
        `${where}: the command needs the encrypted variable ${name}, which may not be decrypted here: ${rule.refused}`,
      );
    }
    values[name] = filled(value, step.position, filler);
  }
  return values;
}

function filled(value: Value, at: Phase["position"], filler: Filler): Value {
  return typeof value === "string" ? filler.fill(value, at) : value;
}

function isEncrypted(value: Value): boolean {
  return typeof value === "object" && "encrypted" in value;
}
