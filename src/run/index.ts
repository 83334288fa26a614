export { Cancelled } from "./cancel.js";
export { phaseVariables } from "./environment.js";
export type * from "./events.js";
export { run } from "./run.js";
export type * from "./services.js";
export { endStraysOfDeadRuns } from "./strays.js";
