import { statSync } from "node:fs";
import type { DeviceRate, NormalLimits } from "../normal.js";
import { refuse } from "../refuse.js";
import type { Controller } from "./places.js";

/** A file of a group, and what is written to it; `optional`: not every kernel has it. */
export interface GroupSetting {
  readonly file: string;
  readonly value: string;
  readonly optional?: true;
}

const PERIOD_US = 100_000;

/** What limits mean to one controller, in the files of cgroup v1 or v2 (kernel documentation, admin-guide/cgroup-v1 and cgroup-v2). Empty: nothing. */
export function groupSettings(controller: Controller, version: 1 | 2, limits: NormalLimits): readonly GroupSetting[] {
  const { memory, cpus, pids } = limits;
  switch (controller) {
    case "memory":
      return memory === null ? [] : memorySettings(memory, version, limits);
    case "pids":
      return pids === null ? [] : [{ file: "pids.max", value: String(pids) }];
    case "cpu": {
      if (cpus === null) return [];
      const quota = String(Math.max(1000, Math.round(cpus * PERIOD_US)));
      if (version === 2) return [{ file: "cpu.max", value: `${quota} ${PERIOD_US}` }];
      return [
        { file: "cpu.cfs_period_us", value: String(PERIOD_US) },
        { file: "cpu.cfs_quota_us", value: quota },
      ];
    }
    case "blkio":
      return [
        ...limits.deviceReadBps.map((rate) => rateSetting(rate, "read", version)),
        ...limits.deviceWriteBps.map((rate) => rateSetting(rate, "write", version)),
      ];
  }
}

/** Swap is no way around the limit. */
function memorySettings(memory: number, version: 1 | 2, limits: NormalLimits): readonly GroupSetting[] {
  if (version === 2) {
    return [
      { file: "memory.max", value: String(memory) },
      { file: "memory.swap.max", value: "0", optional: true },
    ];
  }
  return [
    { file: "memory.limit_in_bytes", value: String(memory) },
    { file: "memory.memsw.limit_in_bytes", value: String(memory), optional: true },
    ...(limits.noOomKill ? [{ file: "memory.oom_control", value: "1" }] : []),
  ];
}

function rateSetting({ device, bps }: DeviceRate, direction: "read" | "write", version: 1 | 2): GroupSetting {
  const number = deviceNumber(device);
  if (version === 2) return { file: "io.max", value: `${number} ${direction === "read" ? "rbps" : "wbps"}=${bps}` };
  return { file: `blkio.throttle.${direction}_bps_device`, value: `${number} ${bps}` };
}

/** Major and minor number of a block device (makedev(3)). @throws CommandError "invalid" where it is none. */
export function deviceNumber(device: string): string {
  let stats: ReturnType<typeof statSync>;
  try {
    stats = statSync(device);
  } catch (cause) {
    throw refuse("invalid", `limits names the device ${device}, which is not there`, { cause });
  }
  if (!stats.isBlockDevice()) throw refuse("invalid", `limits names ${device}, which is no block device`);
  const number = BigInt(stats.rdev);
  const major = ((number >> 8n) & 0xfffn) | ((number >> 32n) & ~0xfffn);
  const minor = (number & 0xffn) | ((number >> 12n) & ~0xffn);
  return `${major}:${minor}`;
}
