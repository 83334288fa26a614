export { findInterpreter } from "./find-interpreter.js";
export type { Interpreter, InterpreterSearch } from "./interpreter.js";
export {
  type IndexOptions,
  type IndexPatience,
  type IndexUsage,
  openIndex,
  type PackageIndex,
  readUpstream,
  type Upstream,
} from "./open-index.js";
export { openPackages } from "./open-packages.js";
export { recoverPypirc } from "./recover.js";
export type { PackageOptions, PackageSession } from "./session.js";
export type { EnvironmentInputs } from "./stamp.js";
