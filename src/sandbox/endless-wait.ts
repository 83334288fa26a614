import type { SandboxCapabilities, SandboxConfig } from "./model.js";
import { refuse, type SandboxFault } from "./refuse.js";

/** That processes are to wait for memory that nothing bounds, of a backend that can have them wait. Where it cannot, that is what is wrong. */
export function findEndlessWait(
  { limits = {} }: SandboxConfig,
  capabilities: SandboxCapabilities,
): readonly SandboxFault[] {
  const { noOomKill, memory } = limits;
  if (noOomKill !== true || memory !== undefined || !capabilities.limits.includes("noOomKill")) return [];
  const why = "limits.noOomKill without limits.memory would stop the whole machine; give both";
  return [{ at: ["limits", "noOomKill"], error: refuse("invalid", why) }];
}

/** @throws CommandError "invalid" for it. */
export function checkEndlessWait(config: SandboxConfig, capabilities: SandboxCapabilities): void {
  for (const { error } of findEndlessWait(config, capabilities)) throw error;
}
