import type { DeviceRate, NormalLimits } from "../normal.js";
import type { Engine } from "./engine.js";

/** The arguments that set limits; the one of time is not the engine's. Memory bounds swap too where that can be: else a hog would only move. */
export function limitArgv(
  limits: NormalLimits,
  { swap, hardProcesses }: Pick<Engine, "swap" | "hardProcesses">,
): string[] {
  const { memory, cpus, pids, openFiles, deviceReadBps, deviceWriteBps, noOomKill } = limits;
  return [
    ...(memory === null ? [] : ["--memory", `${memory}b`]),
    ...(memory === null || swap === "free" ? [] : ["--memory-swap", `${memory}b`]),
    ...(noOomKill ? ["--oom-kill-disable"] : []),
    ...(cpus === null ? [] : ["--cpus", String(cpus)]),
    ...(pids === null ? [] : ["--pids-limit", String(pids)]),
    ...(openFiles === null ? [] : ["--ulimit", `nofile=${openFiles}:${openFiles}`]),
    // With one limit given, podman takes the others from nowhere, and tries to raise them above what it has itself.
    ...(openFiles === null || hardProcesses === null ? [] : ["--ulimit", `nproc=${hardProcesses}:${hardProcesses}`]),
    ...deviceReadBps.flatMap((rate) => ["--device-read-bps", text(rate)]),
    ...deviceWriteBps.flatMap((rate) => ["--device-write-bps", text(rate)]),
  ];
}

function text({ device, bps }: DeviceRate): string {
  return `${device}:${bps}`;
}
