export type { Diagnostic } from "./diagnostic.js";
export * from "./model.js";
