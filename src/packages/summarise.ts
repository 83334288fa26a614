import type { BuildEnvironment } from "./build-environment.js";
import type { CacheSummary } from "./cache-summary.js";
import type { PackageCache } from "./package-cache.js";

/** What the package cache did for a run. `reused`: whether files or built wheels of an earlier run were taken. */
export function summarise(facts: {
  readonly cache: PackageCache | undefined;
  readonly environment: Pick<BuildEnvironment, "key" | "origin" | "savedKey" | "packedBytes">;
  readonly reused: "yes" | "no";
}): CacheSummary {
  const { cache, environment, reused } = facts;
  const { key, origin, savedKey, packedBytes } = environment;
  const nothing = { restoredMs: 0, savedKey, bytes: packedBytes };
  if (cache === undefined || cache.use === "off") return { hit: "off", key: null, ...nothing };
  if (origin.kind === "kept") return { hit: "exact", key, ...nothing };
  if (origin.kind === "restored")
    return { hit: "exact", key, restoredMs: origin.restoredMs, savedKey, bytes: origin.from.bytes };
  const summary = { hit: reused === "yes" ? "partial" : "none", key, ...nothing } as const;
  return origin.reason === null ? summary : { ...summary, reason: origin.reason };
}
