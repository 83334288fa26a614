export type { Reporter } from "./reporter.js";
