import { LONGEST_TIMEOUT_MS, parseSize, parseTimeout } from "../spec/index.js";
import { absolute } from "./absolute.js";
import type { SandboxLimits } from "./model.js";
import type { DeviceRate, NormalLimits } from "./normal.js";
import { refuse } from "./refuse.js";
import { objectOf, shown } from "./shape.js";

const LIMITS = Object.keys({
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
export function readLimits(given: SandboxLimits | undefined): NormalLimits {
  const limits: SandboxLimits = objectOf("limits", given, LIMITS);
  const { cpus, noOomKill = false } = limits;
  if (typeof noOomKill !== "boolean") throw wrong("noOomKill", noOomKill, "true or false");
  if (limits.noOomKill && limits.memory === undefined) {
    throw refuse("invalid", "limits.noOomKill without limits.memory would stop the whole machine; give both");
  }
  if (cpus !== undefined && !(Number.isFinite(cpus) && cpus >= 0.01)) {
    throw wrong("cpus", cpus, "a number of processors, at least 0.01");
  }
  return {
    memory: limits.memory === undefined ? null : bytes("memory", limits.memory),
    cpus: cpus ?? null,
    pids: limits.pids === undefined ? null : count("pids", limits.pids),
    openFiles: limits.openFiles === undefined ? null : count("openFiles", limits.openFiles),
    timeout: limits.timeout === undefined ? null : milliseconds(limits.timeout),
    deviceReadBps: rates("deviceReadBps", limits.deviceReadBps),
    deviceWriteBps: rates("deviceWriteBps", limits.deviceWriteBps),
    noOomKill,
  };
}

function wrong(key: string, value: unknown, expected: string): Error {
  return refuse("invalid", `limits.${key} is ${shown(value)}, not ${expected}`);
}

function bytes(key: string, value: string | number): number {
  const size = typeof value === "number" ? value : parseSize(value);
  if (size === undefined || !Number.isSafeInteger(size) || size <= 0) throw wrong(key, value, "a size, as 512MiB");
  return size;
}

function count(key: string, value: number): number {
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

function rates(key: string, devices: Readonly<Record<string, string | number>> | undefined): readonly DeviceRate[] {
  return Object.entries(objectOf(`limits.${key}`, devices, null)).map(([device, rate]) => ({
    device: absolute(`limits.${key}'s device`, device),
    bps: bytes(key, rate ?? ""),
  }));
}
