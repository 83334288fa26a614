import { readFileSync } from "node:fs";
import { arch, release } from "node:os";

/**
 * The system that packages were built on, in one text that changes with its release: on Linux the distribution's ID and
 * version of os-release(5), since its libraries go with it; elsewhere the kernel's major version.
 */
export function systemRelease(platform: NodeJS.Platform): string {
  if (platform !== "linux") return `${platform}-${arch()}-${release().split(".")[0]}`;
  const text = read("/etc/os-release") ?? read("/usr/lib/os-release") ?? "";
  const field = (name: string): string => new RegExp(`^${name}=["']?([^"'\\n]*)`, "m").exec(text)?.[1] ?? "";
  return `linux-${arch()}-${field("ID") || "unknown"}${field("VERSION_ID")}`;
}

const LEVELS = [
  ["v4", ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]],
  ["v3", ["avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "xsave"]],
  ["v2", ["cx16", "lahf_lm", "popcnt", "sse4_1", "sse4_2", "ssse3"]],
] as const;

let level: string | undefined;

/**
 * The processor's level as x86-64's psABI numbers them (`v1` to `v4`), so that nothing built for this machine reaches one
 * that cannot run it; elsewhere, and where /proc/cpuinfo is not to be had, empty.
 */
export function processorLevel(): string {
  level ??= arch() === "x64" ? levelOf(read("/proc/cpuinfo")) : "";
  return level;
}

function levelOf(text: string | null): string {
  const flags = new Set(/^flags\s*:\s*(.*)$/m.exec(text ?? "")?.[1]?.split(" "));
  if (flags.size === 0) return "";
  const has = (at: number): boolean => LEVELS.slice(at).every(([, needed]) => needed.every((flag) => flags.has(flag)));
  return LEVELS.find((_, at) => has(at))?.[0] ?? "v1";
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
