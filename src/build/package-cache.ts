import { join } from "node:path";
import { type CacheStore, DirectoryCache } from "../cache/index.js";
import { UsageError } from "../errors.js";
import { type GithubContext, packageCacheUse } from "../github/index.js";
import type { PackageCache } from "../packages/index.js";
import type { Stage } from "../plan/index.js";
import { parseDuration } from "../spec/index.js";
import type { Machine } from "./machine.js";

/** What a user says of the package cache; each has a default. */
export interface CacheChoice {
  /** `auto`: what the event allows. */
  readonly use?: "auto" | "true" | "false" | "read-only";
  /** Stands before every key. */
  readonly prefix?: string;
  /** How long an environment counts as fresh, as the spec writes durations. Default 3d. */
  readonly freshness?: string;
  /** Whether environment images are mounted; `auto`: not on self-hosted runners. */
  readonly mount?: "auto" | "true" | "false";
  /** Makes a store that is shared by machines; absent: the cache directory is all there is. */
  readonly shared?: (warn: (message: string) => void) => CacheStore;
  /** `later`: what is to be saved is only told of. Default `at-end`. */
  readonly saving?: PackageCache["saving"];
}

const FRESHNESS = "3d";
const WORDS = { true: "read-write", false: "off", "read-only": "read-only" } as const;

/** How a run uses the package cache. A UsageError for a freshness that is no duration. */
export function packageCacheOf(options: {
  readonly choice: CacheChoice;
  readonly context: GithubContext;
  readonly stage: Stage;
  readonly machine: Machine;
  readonly cacheDirectory: string;
  readonly warn: (message: string) => void;
}): PackageCache {
  const { choice, context, stage, machine, cacheDirectory, warn } = options;
  const { use = "auto", prefix = "", freshness = FRESHNESS, mount = "auto", saving = "at-end" } = choice;
  const shared = choice.shared?.(warn);
  const selfHosted = machine.environment.RUNNER_ENVIRONMENT === "self-hosted";
  const environments = shared ?? new DirectoryCache(join(cacheDirectory, "store"), { warn });
  return {
    use: use === "auto" ? packageCacheUse(context, stage) : WORDS[use],
    environments,
    // A machine that is kept keeps its cache directory.
    packages: selfHosted ? null : (shared ?? null),
    saving,
    prefix,
    freshnessMs: freshnessOf(freshness),
    mounting: mount === "true" || (mount === "auto" && !selfHosted) ? "allowed" : "never",
  };
}

function freshnessOf(text: string): number {
  const milliseconds = parseDuration(text);
  if (milliseconds !== undefined) return milliseconds;
  throw new UsageError("invalid-freshness", `The freshness "${text}" is not a duration such as 12h, 3d or 0.`);
}
