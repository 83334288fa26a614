import { PHASES, type PhaseName } from "../spec/index.js";
import { STAGES, type Stage } from "./model.js";

/** The phases that each stage runs, in order. */
const PHASES_OF: Readonly<Record<Stage, readonly PhaseName[]>> = {
  execute: ["install", "linting", "execute"],
  staging: ["install", "staging/deploy", "staging/execute"],
  production: ["install", "production/deploy", "production/execute"],
  all: PHASES,
};

export function phasesOf(stage: Stage): readonly PhaseName[] {
  return PHASES_OF[stage];
}

export function isStage(name: string): name is Stage {
  return (STAGES as readonly string[]).includes(name);
}

/** Whether a phase delivers something: such phases alone see encrypted values, and none runs after a failure. */
export function isDeploy(phase: PhaseName): boolean {
  return phase.endsWith("/deploy");
}

/** What FORGE_ACTION says in a phase: the stage, and in `all` the phase's own stage. */
export function actionOf(stage: Stage, phase: PhaseName): string {
  if (stage !== "all") return stage;
  const owner = phase.split("/")[0] ?? phase;
  return owner === "staging" || owner === "production" ? owner : "execute";
}
