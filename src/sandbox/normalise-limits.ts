import { LONGEST_TIMEOUT_MS, parseSize, parseTimeout } from "../spec/index.js";
import { absolute } from "./absolute.js";
import type { SandboxLimits } from "./model.js";
import type { DeviceRate, NormalLimits } from "./normal.js";
import type { Reader } from "./reader.js";
import { refuse } from "./refuse.js";
import { objectOf, shown } from "./shape.js";

/** Every limit that there is. */
export const LIMITS = Object.keys({
  memory: true,
  cpus: true,
  pids: true,
  openFiles: true,
  timeout: true,
  deviceReadBps: true,
  deviceWriteBps: true,
  noOomKill: true,
} satisfies Record<keyof SandboxLimits, true>) as (keyof SandboxLimits)[];

/** Bounds as the spec or a program gives them, in bytes, counts and milliseconds. */
export function readLimits(given: SandboxLimits | undefined, reader: Reader): NormalLimits {
  const limits: SandboxLimits = reader.part(["limits"], () => objectOf("limits", given, LIMITS), {});
  const part = <K extends keyof SandboxLimits, T>(
    key: K,
    read: (value: NonNullable<SandboxLimits[K]>, key: K) => T,
    absent: T,
  ): T => {
    const value = limits[key];
    return reader.part(["limits", key], () => (value === undefined ? absent : read(value as never, key)), absent);
  };
  return {
    memory: part<"memory", number | null>("memory", bytes, null),
    cpus: part<"cpus", number | null>("cpus", processors, null),
    pids: part<"pids", number | null>("pids", count, null),
    openFiles: part<"openFiles", number | null>("openFiles", count, null),
    timeout: part<"timeout", number | null>("timeout", milliseconds, null),
    deviceReadBps: part("deviceReadBps", rates, []),
    deviceWriteBps: part("deviceWriteBps", rates, []),
    noOomKill: part("noOomKill", waiting, false),
  };
}

function processors(cpus: number): number {
  if (Number.isFinite(cpus) && cpus >= 0.01) return cpus;
  throw wrong("cpus", cpus, "a number of processors, at least 0.01");
}

function waiting(noOomKill: boolean): boolean {
  if (typeof noOomKill === "boolean") return noOomKill;
  throw wrong("noOomKill", noOomKill, "true or false");
}

function wrong(key: string, value: unknown, expected: string): Error {
  return refuse("invalid", `limits.${key} is ${shown(value)}, not ${expected}`);
}

function bytes(value: string | number, key: string): number {
  const size = typeof value === "number" ? value : parseSize(value);
  if (size === undefined || !Number.isSafeInteger(size) || size <= 0)
    throw wrong(key, value, "a size above 0, as 512MiB");
  return size;
}

function count(value: number, key: string): number {
  if (!Number.isSafeInteger(value) || value <= 0) throw wrong(key, value, "a count above 0");
  return value;
}

function milliseconds(value: string | number): number {
  const time = typeof value === "number" ? value : parseTimeout(value);
  if (time === undefined || !(time > 0 && time <= LONGEST_TIMEOUT_MS)) {
    throw wrong("timeout", value, "a duration of at most 24 days, as 10m, or a number of milliseconds");
  }
  return time;
}

function rates(devices: Readonly<Record<string, string | number>>, key: string): readonly DeviceRate[] {
  return Object.entries(objectOf(`limits.${key}`, devices, null)).map(([device, rate]) => ({
    device: absolute(`limits.${key}'s device`, device),
    bps: bytes(rate ?? "", key),
  }));
}
