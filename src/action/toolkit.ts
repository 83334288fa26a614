import type * as core from "@actions/core";

/** What the action uses of GitHub's toolkit. */
export type Toolkit = Pick<
  typeof core,
  | "debug"
  | "error"
  | "getInput"
  | "getState"
  | "info"
  | "isDebug"
  | "saveState"
  | "setFailed"
  | "setOutput"
  | "setSecret"
  | "warning"
>;
