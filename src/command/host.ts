import { accessSync, constants, readFileSync } from "node:fs";
import { capabilityNumber } from "./capabilities.js";
import { parentEnvironment } from "./environment.js";
import type { Limits } from "./settings.js";

/** What this machine and this process can do for a child; an argument to everything that decides by it. */
export interface Host {
  readonly platform: NodeJS.Platform;
  readonly pid: number;
  readonly uid: number;
  readonly gid: number;
  /** Whether this process holds a capability (capabilities(7), lower case, without "cap_"). */
  readonly holds: (capability: string) => boolean;
  readonly hardLimit: (name: keyof Limits) => number;
  readonly selinux: boolean;
  readonly appArmor: boolean;
  /** Where a helper program is, or null. */
  readonly helper: (name: string) => string | null;
}

const limitNames: Readonly<Record<keyof Limits, string>> = {
  processes: "Max processes",
  openFiles: "Max open files",
  lockedMemory: "Max locked memory",
  coreSize: "Max core file size",
  cpuTime: "Max cpu time",
  addressSpace: "Max address space",
};

/** Whether there is a limit of that name. */
export function isLimit(name: string): name is keyof Limits {
  return Object.hasOwn(limitNames, name);
}

/** This process and its machine. What a command does not depend on is not looked at: each look would cost its start time. */
export function readHost(): Host {
  let limits: string | null = null;
  let capabilities: bigint | null = null;
  return {
    platform: process.platform,
    pid: process.pid,
    uid: process.geteuid?.() ?? -1,
    gid: process.getegid?.() ?? -1,
    holds(name) {
      capabilities ??= effectiveCapabilities();
      return ((capabilities >> BigInt(capabilityNumber(name) ?? 64)) & 1n) === 1n;
    },
    hardLimit(name) {
      limits ??= read("/proc/self/limits");
      return hardLimit(limits, limitNames[name]);
    },
    get selinux() {
      return read("/sys/fs/selinux/enforce") !== "";
    },
    get appArmor() {
      return read("/sys/module/apparmor/parameters/enabled").startsWith("Y");
    },
    helper: findHelper,
  };
}

function effectiveCapabilities(): bigint {
  return BigInt(`0x${/^CapEff:\s*(\w+)/m.exec(read("/proc/self/status"))?.[1] ?? "0"}`);
}

/** The hard limit's column of /proc/self/limits (proc(5)). */
function hardLimit(table: string, name: string): number {
  const line = table.split("\n").find((row) => row.startsWith(name));
  const value = line?.slice(name.length).trim().split(/\s+/)[1];
  return value === undefined || value === "unlimited" ? Number.POSITIVE_INFINITY : Number(value);
}

/** By name and PATH, which may change. */
const found = new Map<string, string>();

/** Helpers are the system's own, whatever PATH the command is given. */
function findHelper(name: string): string | null {
  const { PATH = "" } = parentEnvironment();
  const key = `${name}:${PATH}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const path = ["/usr/bin", "/bin", "/usr/sbin", "/sbin", ...PATH.split(":")];
  for (const folder of path) {
    if (!folder.startsWith("/")) continue;
    try {
      accessSync(`${folder}/${name}`, constants.X_OK);
      found.set(key, `${folder}/${name}`);
      return `${folder}/${name}`;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

function read(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
