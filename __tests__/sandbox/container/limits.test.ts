import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "@jest/globals";
import { getExecutor, type SandboxConfig } from "../../../src/sandbox/index.js";
import { failureOf } from "../../command/helper.js";
import { engines } from "./engines.js";
import { executable } from "./executable.js";
import { IMAGE } from "./images.js";

describe.each(engines)("$title", ({ name, test, use, call }) => {
  const { folder } = use();
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

  test("limits that cannot be set are told of as with every backend", async () => {
    const refused = (limits: SandboxConfig["limits"]) =>
      failureOf(printed("true", limits)).then(({ reason, message }) => `${reason} ${message}`);
    expect(await refused({ pids: 1e9 })).toMatch(/^unsupported .*limits/);
    expect(await refused({ cpus: 1e12 })).toMatch(/^unsupported .*limits/);
    expect(await refused({ openFiles: 1e12 })).toMatch(/^invalid .*limits.openFiles/);
    if (!sandbox.capabilities.limits.includes("deviceReadBps")) return;
    expect(await refused({ deviceReadBps: { "/dev/none": 1000 } })).toMatch(
      /^invalid .*\/dev\/none, which is not there/,
    );
    expect(await refused({ deviceWriteBps: { "/dev/null": 1000 } })).toMatch(/^invalid .*\/dev\/null/);
  });

  test("limits with which nothing can be started are told as limits", async () => {
    const error = await failureOf(printed("true", { memory: "1KiB" }));
    expect(error).toMatchObject({ reason: "limit", limit: "memory", exitCode: null, status: 126 });
    expect(error.message).toContain("limits.memory is too low to start a container");
    // Not every runtime needs a process more to start one.
    const few = await printed("true", { pids: 1 }).catch(({ reason, limit }) => `${reason} ${limit}`);
    expect(["", "limit pids"]).toContain(few);
  });

  test("a device's rate is limited", async () => {
    const device = blockDevice();
    if (device === null || !sandbox.capabilities.limits.includes("deviceReadBps")) return;
    const script = cgroupFile("blkio/blkio.throttle.read_bps_device", "io.max");
    const limited = printed(script, { deviceReadBps: { [device.path]: "1MiB" } });
    if (hasRates(device.path)) expect(await limited).toContain(device.number);
    else expect(await failureOf(limited)).toMatchObject({ reason: "unsupported" });
  });

  test("a device's rate that the engine's client leaves out is unsupported, and nothing runs", async () => {
    const device = blockDevice();
    if (device === null || !sandbox.capabilities.limits.includes("deviceReadBps")) return;
    const path = process.env.PATH ?? "";
    const program = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim();
    executable(
      join(folder(), name),
      `i=$#; while [ $i -gt 0 ]; do a=$1; shift; i=$((i-1)); case $a in --device-read-bps) shift; i=$((i-1));; *) set -- "$@" "$a";; esac; done; exec ${program} "$@"`,
    );
    process.env.PATH = `${folder()}:${path}`;
    try {
      const ran = join(folder(), "ran");
      const error = await failureOf(
        sandbox.runSandbox(["touch", ran], {
          image: IMAGE,
          extraMounts: [{ type: "bind", source: folder(), target: folder() }],
          limits: { deviceReadBps: { [device.path]: "1MiB" } },
        }),
      );
      expect(error).toMatchObject({ reason: "unsupported" });
      expect(error.message).toContain(`limits.deviceReadBps: ${name}`);
      expect(existsSync(ran)).toBe(false);
    } finally {
      process.env.PATH = path;
      rmSync(join(folder(), name));
    }
  });

  /** Whether the client hands device rates on at all: docker's 26.1 does not. */
  function hasRates(device: string): boolean {
    const network = ["--network", "none"];
    const id = call("create", "--pull", "never", ...network, "--device-read-bps", `${device}:1048576`, IMAGE, "true");
    const rates = call("container", "inspect", "--format", "{{json .HostConfig.BlkioDeviceReadBps}}", id);
    call("rm", "--force", id);
    return rates.includes(device);
  }

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
    expect(error.message).toContain("the sandbox's memory, 24MiB, was used up. Raise limits.memory");
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

  test("where the limit of processes is used up, a command that cannot be started for it is told by it", async () => {
    const session = await sandbox.open({ image: IMAGE, limits: { pids: 12 } });
    try {
      const fill = "i=0; while [ $i -lt 20 ]; do sleep 60 & i=$((i+1)); done";
      expect(await failureOf(session.command(["sh", "-c", fill]).run())).toMatchObject({ limit: "pids" });
      // Not every runtime needs a process more to start one.
      for (let at = 0; at < 3; at += 1) {
        const next = session.command(["echo", "second"]).stdout("capture").stderr("capture");
        const told = await next.run().then(
          ({ stdout }) => stdout,
          ({ reason, limit, stderr }) => ({ reason, limit, stderr }),
        );
        // A runtime that finds no thread for itself once it is inside ends there, and what Go says of that is on the command's stderr.
        const runtimes = /^$|resource temporarily unavailable|failed to create new OS thread|pthread_create/i;
        const limited = { reason: "limit", limit: "pids", stderr: expect.stringMatching(runtimes) };
        expect(["second\n", limited]).toContainEqual(told);
      }
    } finally {
      await session.close();
    }
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
