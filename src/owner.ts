import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { readProcess } from "./command/index.js";

/** Which process holds something; told apart from a later process of the same number by its start time. */
export interface Owner {
  readonly pid: number;
  /** When the process started, in the system's own terms; null: not to be had. */
  readonly start: string | null;
  /** Boot of the machine and PID namespace (container) that the number belongs to; null: not to be had. */
  readonly world: string | null;
  /** When it became the owner, in ms since the epoch. */
  readonly since: number;
}

// A process of another container can't be seen from here; a lock of one that was killed must end some day.
const UNSEEN_OWNER_MS = 24 * 60 * 60 * 1000;

/** This process as an owner. */
export function thisProcess(): Owner {
  return { pid: process.pid, start: startTime(process.pid), world: world(), since: Date.now() };
}

/** Whether the owner still runs. One in another container counts as running for a day. */
export function isAlive(owner: Owner): boolean {
  const here = world();
  if (owner.world !== here) {
    const sameBoot = boot(owner.world) === boot(here);
    return sameBoot && Date.now() - owner.since < UNSEEN_OWNER_MS;
  }
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const start = startTime(owner.pid);
  return start === owner.start && readProcess(owner.pid)?.zombie !== true;
}

/** Reads what `thisProcess` gave from JSON; null: it is something else. */
export function asOwner(value: unknown): Owner | null {
  const { pid, start, world, since } = (value ?? {}) as Partial<Owner>;
  const valid =
    Number.isSafeInteger(pid) && (pid as number) > 0 && isText(start) && isText(world) && Number.isFinite(since);
  return valid ? (value as Owner) : null;
}

function isText(value: unknown): boolean {
  return value === null || typeof value === "string";
}

function boot(world: string | null): string | undefined {
  return world?.split(" ")[0];
}

function world(): string | null {
  try {
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return null;
  }
}

const mine = new Map<number, string | null>();

function startTime(pid: number): string | null {
  if (pid === process.pid && mine.has(pid)) return mine.get(pid) ?? null;
  const start = readProcess(pid)?.start ?? (process.platform === "darwin" ? startFromPs(pid) : null);
  if (pid === process.pid) mine.set(pid, start);
  return start;
}

function startFromPs(pid: number): string | null {
  try {
    const env = { LC_ALL: "C", TZ: "UTC" };
    const text = execFileSync("/bin/ps", ["-o", "lstart=", "-p", String(pid)], {
      encoding: "utf8",
      env,
      stdio: "pipe",
    });
    return text.trim() || null;
  } catch {
    return null;
  }
}
