export type * from "./context.js";
export * from "./model.js";
