export type * from "./events.js";
export type * from "./services.js";
