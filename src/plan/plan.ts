import type { Phase, Spec } from "../spec/index.js";
import type { PlanContext } from "./context.js";
import { phaseEnvironment } from "./environment.js";
import type { Plan, PlannedPhase, PlannedSandbox, Stage } from "./model.js";
import { planSandbox, portWarnings, sandboxWarnings, shutIn } from "./sandbox.js";
import { sandboxOverrides } from "./sandbox-overrides.js";
import { selectPhases, selectStage } from "./select.js";
import { planStep } from "./step.js";
import { fillerFor } from "./variables.js";

/**
 * Decides everything that a run will do. Pure: the same spec and context give the same plan.
 * An unknown or refused stage, a phase that is not there and a variable without a value are UsageErrors.
 */
export function planRun(spec: Spec, context: PlanContext): Plan {
  const stage = selectStage(context.stage, context.policy);
  const leftOut = new Set<string>();
  const overrides = sandboxOverrides(context);
  const selected = selectPhases(spec, stage, context);
  const phases = selected.map((phase) => {
    const sandbox = planSandbox(spec, phase, { ...context, overrides });
    return shutIn(planPhase({ spec, stage, phase, sandbox, context, leftOut }), sandbox);
  });
  return {
    version: context.version,
    spec: spec.file,
    stage,
    directory: context.directory,
    cacheKey: null,
    needsPython: needsPython(spec, context),
    python: context.python ?? spec.python ?? null,
    timeoutMs: context.timeoutMs ?? spec.timeoutMs ?? null,
    keepGoing: context.keepGoing,
    phases,
    warnings: [
      ...(leftOut.size === 0 ? [] : [{ code: "encrypted-left-out", message: leftOutMessage([...leftOut], context) }]),
      ...sandboxWarnings(spec, selected, overrides),
      ...portWarnings(spec, phases),
    ],
  };
}

function planPhase(options: {
  readonly spec: Spec;
  readonly stage: Stage;
  readonly phase: Phase;
  readonly sandbox: PlannedSandbox | null;
  readonly context: PlanContext;
  readonly leftOut: Set<string>;
}): Omit<PlannedPhase, "sandbox"> {
  const { spec, stage, phase, sandbox, context, leftOut } = options;
  const filler = fillerFor(spec.file, stage, phase.name, context.variables);
  const environment = phaseEnvironment({ spec, stage, phase, sandbox, context, filler });
  for (const name of environment.leftOut) leftOut.add(name);
  return {
    phase: phase.name,
    parallel: phase.parallel,
    timeoutMs: phase.timeoutMs ?? null,
    idToken: phase.idToken && context.policy.idToken === "allowed",
    environment: environment.values,
    steps: phase.steps.map((step, index) =>
      planStep({ index, step, phase, spec, context, filler, environment: environment.values }),
    ),
  };
}

/** `python`, `pypi` and `install` make the need for an environment of the build's own; nothing else does. */
function needsPython(spec: Spec, context: PlanContext): boolean {
  return (context.python ?? spec.python ?? spec.pypi ?? spec.phases.install) !== undefined;
}

function leftOutMessage(names: readonly string[], context: PlanContext): string {
  const rule = context.policy.decryption;
  const why =
    rule === "allowed"
      ? "encrypted values reach deploy phases only (a step may have its own `environment`)"
      : rule.refused;
  return `Not given to every phase: ${names.join(", ")}: ${why}`;
}
