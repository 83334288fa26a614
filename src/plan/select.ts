import { closest } from "../closest.js";
import { UsageError } from "../errors.js";
import { PHASES, type Phase, type PhaseName, type Spec } from "../spec/index.js";
import type { PlanContext, Policy } from "./context.js";
import { STAGES, type Stage } from "./model.js";
import { isStage, phasesOf } from "./stages.js";

/** The stage by its name; an unknown or refused one is a UsageError. */
export function selectStage(name: string, policy: Policy): Stage {
  if (!isStage(name)) {
    throw new UsageError(
      "unknown-stage",
      `There is no stage "${name}". ${hint(name, STAGES)}The stages are ${STAGES.join(", ")}.`,
    );
  }
  const guarded = name === "all" ? (["staging", "production"] as const) : name === "execute" ? [] : [name];
  for (const stage of guarded) {
    const rule = policy[stage];
    if (rule !== "allowed")
      throw new UsageError("stage-refused", `The stage "${name}" may not run here: ${rule.refused}`);
  }
  return name;
}

/** The phases that will run, in the stage's order. A phase that does not exist, in general or here, is a UsageError. */
export function selectPhases(
  spec: Spec,
  stage: Stage,
  context: Pick<PlanContext, "phases" | "from">,
): readonly Phase[] {
  const present = phasesOf(stage).flatMap((name) => spec.phases[name] ?? []);
  const names = present.map((phase) => phase.name);
  for (const name of [...context.phases, ...(context.from === undefined ? [] : [context.from])]) {
    requirePhase(name, { spec, stage, names });
  }
  const begin = context.from === undefined ? 0 : names.indexOf(context.from as PhaseName);
  const chosen = present
    .slice(begin)
    .filter((phase) => context.phases.length === 0 || context.phases.includes(phase.name));
  if (chosen.length === 0 && context.phases.length > 0) {
    throw new UsageError(
      "nothing-to-run",
      `${spec.file}: nothing to run: ${context.phases.join(", ")} ${context.phases.length === 1 ? "comes" : "come"} before ${context.from}, which the run is to begin with.`,
    );
  }
  if (chosen.length === 0) {
    const has = PHASES.filter((name) => spec.phases[name] !== undefined);
    throw new UsageError(
      "nothing-to-run",
      `${spec.file}: nothing to run: the stage "${stage}" runs ${phasesOf(stage).join(", ")}, and the spec has ${has.join(", ")}.`,
    );
  }
  return chosen;
}

function requirePhase(
  name: string,
  known: { readonly spec: Spec; readonly stage: Stage; readonly names: readonly PhaseName[] },
): void {
  if ((known.names as readonly string[]).includes(name)) return;
  const { spec, stage, names } = known;
  const planned =
    names.length > 0
      ? `The stage "${stage}" of ${spec.file} runs ${names.join(", ")}.`
      : `The stage "${stage}" of ${spec.file} runs no phase.`;
  if (!(PHASES as readonly string[]).includes(name)) {
    throw new UsageError("unknown-phase", `There is no phase "${name}". ${hint(name, PHASES)}${planned}`);
  }
  const why =
    spec.phases[name as PhaseName] === undefined
      ? `${spec.file} has no phase "${name}".`
      : `The phase "${name}" is not one of the stage "${stage}".`;
  throw new UsageError("unknown-phase", `${why} ${planned}`);
}

function hint(name: string, known: readonly string[]): string {
  const near = closest(name, known);
  return near === undefined ? "" : `Did you mean "${near}"? `;
}
