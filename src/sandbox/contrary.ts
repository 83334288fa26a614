import type { SandboxConfig } from "./model.js";
import { refuse, type SandboxFault } from "./refuse.js";

/** A key that a backend cannot do beside what else a configuration has, why, what to do about it, and what there is where it is left out. */
export interface ContraryKey {
  readonly key: keyof SandboxConfig;
  readonly why: string;
  readonly advice: string;
  readonly fallback: string;
}

export function faultOf({ key, why, advice }: ContraryKey): SandboxFault {
  return { at: [key], error: refuse("invalid", `${why}; ${advice}`) };
}

/** The configuration without such keys; `warn` is told of each. */
export function degradeContrary(
  config: SandboxConfig,
  found: readonly ContraryKey[],
  warn: (message: string) => void,
): SandboxConfig {
  let left = config;
  for (const { key, why, fallback } of found) {
    const { [key]: _out, ...rest } = left;
    left = rest;
    warn(`The sandbox: ${why}: ${fallback}.`);
  }
  return left;
}
