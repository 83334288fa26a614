import type { Verdict } from "../command/index.js";
import { formatSize } from "../spec/index.js";
import type { NormalLimits } from "./normal.js";

/** How often limits were met so far. */
export interface Counters {
  /** Processes killed for want of memory. */
  readonly memory: number;
  /** Forks refused for the number of processes. */
  readonly pids: number;
}

/** Why a command failed, where a limit has been met since `before`; null: none has. */
export function limitVerdict(
  { before, after }: { readonly before: Counters; readonly after: Counters },
  limits: Pick<NormalLimits, "memory" | "pids">,
): Verdict | null {
  if (after.memory > before.memory) {
    const memory = limits.memory === null ? "" : `, ${formatSize(limits.memory)},`;
    return {
      reason: "limit",
      limit: "memory",
      why: `a process was killed: the sandbox's memory${memory} was used up. Raise limits.memory, or use less`,
    };
  }
  if (after.pids > before.pids) {
    return {
      reason: "limit",
      limit: "pids",
      why: `a process could not be started: the sandbox has ${limits.pids} already, and limits.pids allows no more`,
    };
  }
  return null;
}
