export type * from "./context.js";
export { matrixOf } from "./matrix.js";
export * from "./model.js";
export { planRun } from "./plan.js";
export { isDeploy, phasesOf } from "./stages.js";
