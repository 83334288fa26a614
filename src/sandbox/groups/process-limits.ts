import type { NormalLimits } from "../normal.js";
import { hasGroups, readCgroupFiles } from "./places.js";

/** Numbers of setrlimit(2), the same on every processor that helpers work on. */
const RLIMIT_NPROC = 6;
const RLIMIT_AS = 9;

/**
 * The limits that a machine without control groups of any version has by setrlimit(2) instead: memory of each process, and processes of the
 * user, which bind nobody who is root.
 */
export function processLimits(): readonly ("memory" | "pids")[] {
  if (hasGroups(readCgroupFiles(() => false))) return [];
  return process.geteuid?.() === 0 ? ["memory"] : ["memory", "pids"];
}

/** The same for a helper to set, as `RESOURCE:VALUE …`. */
export function processLimitWords({ memory, pids }: Pick<NormalLimits, "memory" | "pids">): string {
  if (memory === null && pids === null) return "";
  const able = processLimits();
  return [
    memory !== null && able.includes("memory") ? `${RLIMIT_AS}:${memory}` : [],
    pids !== null && able.includes("pids") ? `${RLIMIT_NPROC}:${pids}` : [],
  ]
    .flat()
    .join(" ");
}
