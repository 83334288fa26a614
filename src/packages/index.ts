export { findInterpreter } from "./find-interpreter.js";
export type { Interpreter, InterpreterSearch } from "./interpreter.js";
export { openPackages } from "./open-packages.js";
export { recoverPypirc } from "./recover.js";
export type { PackageOptions, PackageSession } from "./session.js";
export type { EnvironmentInputs } from "./stamp.js";
