export { checkKept } from "./check.js";
export { clearKept, listKept, pruneKept } from "./upkeep.js";
export { warmKept } from "./warm.js";
export { updateWheelhouse } from "./wheelhouse.js";
