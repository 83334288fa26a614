import { computeTag } from "./clients/index.js";
import type { Interpreter } from "./interpreter.js";
import type { KeptCheck, KeptItem } from "./upkeep/model.js";
import type { KeptLimits, Pruned } from "./upkeep/upkeep.js";
import type { Warmed, WarmOptions } from "./upkeep/warm.js";

export type { KeptCheck, KeptItem, KeptKind } from "./upkeep/model.js";
export type { KeptLimits, Pruned } from "./upkeep/upkeep.js";
export type { Warmed, WarmOptions } from "./upkeep/warm.js";

/** What can be done with a cache directory from outside of a run. */
export interface CacheUpkeep {
  /** All that it holds: kind by kind, the last used first. */
  list(): Promise<readonly KeptItem[]>;
  /** Removes what was not used for long; then, until the rest fits, downloads before what was built, the least recently used first. What is in use stays. */
  prune(limits: KeptLimits): Promise<Pruned>;
  /** Reads every byte and removes what is damaged. `null`: no Python to read built wheels with. */
  verify(interpreter: Interpreter | null): Promise<KeptCheck>;
  /** Removes all of it. @throws UsageError `cache-in-use`, naming who uses it */
  clear(): Promise<void>;
  /** Brings the folder of wheels that were built for this Python up to date; its path. */
  wheelhouse(interpreter: Interpreter, platform: NodeJS.Platform): Promise<string>;
  /** Downloads and builds what requirements files need, so that a run has nothing to. */
  warm(options: Omit<WarmOptions, "cacheDirectory">): Promise<Warmed>;
}

/** Looks after a cache directory; the folder need not be there. What it needs is loaded here. */
export async function openUpkeep(cacheDirectory: string): Promise<CacheUpkeep> {
  const upkeep = await import("./upkeep/index.js");
  return {
    list: () => upkeep.listKept(cacheDirectory),
    prune: (limits) => upkeep.pruneKept(cacheDirectory, limits),
    verify: (interpreter) => upkeep.checkKept(cacheDirectory, interpreter),
    clear: () => upkeep.clearKept(cacheDirectory),
    wheelhouse: (interpreter, platform) =>
      upkeep.updateWheelhouse(cacheDirectory, computeTag({ interpreter, platform })),
    warm: (options) => upkeep.warmKept({ ...options, cacheDirectory }),
  };
}
