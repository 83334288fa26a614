export type * from "./context.js";
export { type Contradiction, contradictionsOf, GIVE_FILES, hasFiles } from "./contradiction.js";
export { matrixOf } from "./matrix.js";
export * from "./model.js";
export { planRun } from "./plan.js";
export { planSandbox } from "./sandbox.js";
export { isDeploy, phasesOf } from "./stages.js";
