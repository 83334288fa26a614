export type { CacheSummary as PackageCacheSummary } from "./cache-summary.js";
export { findInterpreter } from "./find-interpreter.js";
export { findImagePython, isImagePythonKnown, type PythonImage } from "./image-python.js";
export type { Interpreter, InterpreterSearch } from "./interpreter.js";
export { isStillThere } from "./kept-image.js";
export {
  type IndexOptions,
  type IndexPatience,
  type IndexUsage,
  openIndex,
  type PackageIndex,
  readUpstream,
  type Upstream,
} from "./open-index.js";
export { environmentKeyOf, openPackages } from "./open-packages.js";
export type { PackageCache, PendingSave } from "./package-cache.js";
export { recoverPackages } from "./recover.js";
export type { PackageOptions, PackageSession } from "./session.js";
export type { EnvironmentInputs } from "./stamp.js";
export {
  type CacheUpkeep,
  type KeptCheck,
  type KeptItem,
  type KeptKind,
  type KeptLimits,
  openUpkeep,
  type Pruned,
  type Warmed,
  type WarmOptions,
} from "./upkeep.js";
