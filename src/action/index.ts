export { type Edge, processEdge } from "./edge.js";
export { type Inputs, readInputs } from "./inputs.js";
export { runAction } from "./run-action.js";
