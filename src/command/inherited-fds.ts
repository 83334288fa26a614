import { closeSync, readdirSync, readFileSync } from "node:fs";

/** open(2)'s O_CLOEXEC on Linux. */
const O_CLOEXEC = 0o2000000;

/** Node opens everything with O_CLOEXEC, so what a child would get unasked is what this process was started with. */
let candidates: readonly number[] | null = null;

/** Descriptors above 2 that this process was started with and that would reach every child. None where /proc does not tell. */
export function inheritedFds(): readonly number[] {
  candidates ??= openFds().filter(staysOpen);
  return candidates.filter(staysOpen);
}

/**
 * Closes what this process was started with above descriptor 2, for good: its children then need no helper to be kept from it.
 * For programs of one's own, never for a library: someone may be using them.
 */
export function closeInheritedFds(): void {
  for (const fd of inheritedFds()) closeSync(fd);
}

function openFds(): number[] {
  try {
    return readdirSync("/proc/self/fd")
      .map(Number)
      .filter((fd) => fd > 2);
  } catch {
    return [];
  }
}

function staysOpen(fd: number): boolean {
  try {
    const flags = /^flags:\s*(\d+)/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, "latin1"))?.[1];
    return flags !== undefined && (Number.parseInt(flags, 8) & O_CLOEXEC) === 0;
  } catch {
    return false;
  }
}
