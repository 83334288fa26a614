export type { Child } from "./child.js";
export { Command } from "./command.js";
export { CommandError } from "./error.js";
export { killMarked } from "./kill-marked.js";
export type { CommandResult, Reason } from "./result.js";
export type { KillMarker, Limits, UserIds } from "./settings.js";
export { type RunOptions, run } from "./simple.js";
export type { Stderr, Stdin, Stdout } from "./targets.js";
