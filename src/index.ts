export * from "./build/index.js";
export * from "./cache/index.js";
export * from "./changes/index.js";
export {
  type Child,
  Command,
  CommandError,
  type CommandResult,
  closeInheritedFds,
  type DryRunResponder,
  type DryRunResponse,
  type KillMarker,
  killMarked,
  type Limits,
  quote,
  type Reason,
  type RunOptions,
  run as runCommand,
  type Stderr,
  type Stdin,
  type Stdout,
  type UserIds,
} from "./command/index.js";
export * from "./errors.js";
export {
  type EnvironmentInputs,
  findInterpreter,
  type IndexOptions,
  type Interpreter,
  type InterpreterSearch,
  openIndex,
  openPackages,
  type PackageCache,
  type PackageIndex,
  type PackageOptions,
  type PendingSave,
  recoverPackages,
} from "./packages/index.js";
export * from "./plan/index.js";
export * from "./report/index.js";
export * from "./run/index.js";
export * from "./sandbox/index.js";
export { createMasker, decryptValue, encryptValue, generateIdentity, type MaskStream } from "./secrets/index.js";
export * from "./spec/index.js";
export { VERSION } from "./version.js";
