import { readFileSync } from "node:fs";
import { describe, expect } from "@jest/globals";
import { getExecutor, type SandboxConfig } from "../../../src/sandbox/index.js";
import { failureOf } from "../../command/helper.js";
import { engines } from "./engines.js";
import { IMAGE } from "./images.js";

describe.each(engines)("$title", ({ test, use }) => {
  use();
  const sandbox = getExecutor("container");

  async function printed(script: string, limits: SandboxConfig["limits"]): Promise<string> {
    const { stdout } = await sandbox.runSandbox(["sh", "-c", script], { image: IMAGE, limits: limits ?? {} });
    return stdout?.trim() ?? "";
  }

  /** A file of the container's own cgroup, by its name in version 1 or in version 2. */
  const cgroupFile = (first: string, second: string) =>
    `cat /sys/fs/cgroup/${first} 2>/dev/null || cat /sys/fs/cgroup/${second}`;

  test("limits are what the kernel has for the container", async () => {
    const limits = { memory: "64MiB", cpus: 0.5, pids: 50, openFiles: 200 };
    const script = [
      cgroupFile("memory/memory.limit_in_bytes", "memory.max"),
      cgroupFile("pids/pids.max", "pids.max"),
      `(${cgroupFile("cpu/cpu.cfs_quota_us", "cpu.max")}) | cut -d' ' -f1`,
      "ulimit -n",
    ].join("; ");
    expect(await printed(script, limits)).toBe([64 * 1024 * 1024, 50, 50_000, 200].join("\n"));
  });

  test("swap is no way around a limit of memory", async () => {
    const script =
      "cat /sys/fs/cgroup/memory/memory.memsw.limit_in_bytes 2>/dev/null || cat /sys/fs/cgroup/memory.swap.max 2>/dev/null || echo free";
    const bounds = { "0": true, [String(32 * 1024 * 1024)]: true, free: true };
    expect(Object.keys(bounds)).toContain(await printed(script, { memory: 32 * 1024 * 1024 }));
  });

  test("a device's rate is limited", async () => {
    const device = blockDevice();
    if (device === null || !sandbox.capabilities.limits.includes("deviceReadBps")) return;
    const script = cgroupFile("blkio/blkio.throttle.read_bps_device", "io.max");
    expect(await printed(script, { deviceReadBps: { [device.path]: "1MiB" } })).toContain(device.number);
  });

  test("over the limit of memory nothing is killed, where that was asked for", async () => {
    // Control groups of version 2 have no such thing.
    if (!sandbox.capabilities.limits.includes("noOomKill")) return;
    const limits = { memory: "24MiB", noOomKill: true };
    expect(await printed("grep disable /sys/fs/cgroup/memory/memory.oom_control", limits)).toBe("oom_kill_disable 1");
  });

  test("a memory hog is killed, and told by the limit", async () => {
    const hog = ["sh", "-c", "tail /dev/zero"];
    const error = await failureOf(sandbox.runSandbox(hog, { image: IMAGE, limits: { memory: "24MiB" } }));
    expect(error).toMatchObject({ reason: "limit", limit: "memory", status: 137 });
    expect(error.message).toContain("the sandbox's limit of memory was reached");
  });

  test("a fork bomb is stopped, and told by the limit", async () => {
    const bomb = [
      "sh",
      "-c",
      "bomb() { bomb | bomb & }; i=0; while [ $i -lt 60 ]; do sleep 60 & i=$((i+1)); done; bomb; wait",
    ];
    const error = await failureOf(sandbox.runSandbox(bomb, { image: IMAGE, limits: { pids: 30, timeout: "30s" } }));
    expect(error).toMatchObject({ reason: "limit", limit: "pids" });
  });

  test("a limit that was met before is no reason for a later failure", async () => {
    const session = await sandbox.open({ image: IMAGE, limits: { memory: "24MiB" } });
    try {
      expect(await failureOf(session.command(["tail", "/dev/zero"]).run())).toMatchObject({ reason: "limit" });
      expect(await failureOf(session.command(["false"]).run())).toMatchObject({ reason: "exit", exitCode: 1 });
    } finally {
      await session.close();
    }
  });

  function blockDevice(): { readonly path: string; readonly number: string } | null {
    for (const line of readFileSync("/proc/partitions", "utf8").trim().split("\n").slice(2)) {
      const [major, minor, , name] = line.trim().split(/\s+/);
      if (name !== undefined && !/^(loop|ram|zram|sr)|\d$/.test(name))
        return { path: `/dev/${name}`, number: `${major}:${minor}` };
    }
    return null;
  }
});
