import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect } from "@jest/globals";
import { groupLimits } from "../../src/sandbox/groups/make.js";
import { getExecutor, type SandboxConfig } from "../../src/sandbox/index.js";
import { failureOf } from "../command/helper.js";
import { limited } from "./support/local.js";
import { useRootFolder } from "./support/root-folder.js";

const { root } = useRootFolder();

/** The control groups that sandboxes have made, wherever they are. */
function groups(folder = "/sys/fs/cgroup", depth = 8): readonly string[] {
  if (depth === 0 || !existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.name.startsWith("forgexec-") ? [path] : groups(path, depth - 1);
  });
}

const own = () => groups().filter((path) => path.includes(`-${process.pid}-`));

afterEach(() => expect(own()).toEqual([]));

describe.each(limited)("$name", ({ name, test }) => {
  const executor = getExecutor(name);
  const config = (limits: SandboxConfig["limits"]): SandboxConfig => ({
    filesystemRoot: root,
    env: { PATH: "/bin" },
    limits: limits ?? {},
  });
  const run = (script: string, limits: SandboxConfig["limits"]) =>
    executor.runSandbox(["sh", "-c", script], config(limits));

  test("the kernel has the limits for the group that commands are in", async () => {
    const session = await executor.open(config({ memory: "64MiB", cpus: 0.5, pids: 50 }));
    try {
      const folders = own();
      const value = (file: string) => folders.map((folder) => join(folder, file)).find(existsSync);
      const read = (first: string, second: string) => readFileSync(value(first) ?? value(second) ?? "", "utf8").trim();
      expect(read("memory.limit_in_bytes", "memory.max")).toBe(String(64 * 1024 * 1024));
      expect(read("pids.max", "pids.max")).toBe("50");
      expect(read("cpu.cfs_quota_us", "cpu.max")).toMatch(/^50000/);
      const child = await session.command(["sh", "-c", "echo up; read end"]).stdin("pipe").stdout("pipe").start();
      await new Promise((resolve) => child.stdout?.once("data", resolve));
      const members = folders.map((folder) => readFileSync(join(folder, "cgroup.procs"), "utf8").trim().split("\n"));
      // What is inside, with the command, is in each of them.
      for (const pids of members) expect(pids.length).toBeGreaterThanOrEqual(3);
      child.closeStdin();
      await child.wait().catch(() => {});
    } finally {
      await session.close();
    }
  });

  test("a memory hog is ended, and told of by the limit", async () => {
    const error = await failureOf(run("awk 'BEGIN { s = \"0123456789\"; while (1) s = s s }'", { memory: "48MiB" }));
    expect(error).toMatchObject({ reason: "limit", limit: "memory" });
    expect(error.message).toContain("limits.memory");
  });

  test("a fork bomb is held, and told of by the limit; the machine can start programs all the while", async () => {
    const bomb = "f() { f | f & }; f; sleep 1; exit 1";
    const failing = failureOf(run(bomb, { pids: 30, timeout: "20s" }));
    for (let count = 0; count < 10; count += 1) execFileSync("/bin/true");
    expect(await failing).toMatchObject({ reason: "limit", limit: "pids" });
  });

  test("a limit that was met by an earlier command is no reason for a later one's failure", async () => {
    const session = await executor.open(config({ memory: "48MiB" }));
    try {
      const hog = session.command(["awk", 'BEGIN { s = "0123456789"; while (1) s = s s }']);
      expect(await failureOf(hog.run())).toMatchObject({ reason: "limit" });
      expect(await failureOf(session.command(["sh", "-c", "exit 3"]).run())).toMatchObject({
        reason: "exit",
        exitCode: 3,
      });
    } finally {
      await session.close();
    }
  });

  test("open files are limited, as many as were asked for", async () => {
    expect((await run("ulimit -n; ulimit -Hn", { openFiles: 64 })).stdout).toBe("64\n64\n");
  });

  test("time is limited, by a reason of its own", async () => {
    expect(await failureOf(run("sleep 1000", { timeout: 300 }))).toMatchObject({ reason: "timeout" });
  });

  test("a device's rate is set, and a device that is none is refused before anything runs", async () => {
    if (!groupLimits().includes("deviceReadBps")) return;
    const error = await failureOf(run("true", { deviceReadBps: { "/dev/null": "1MiB" } }));
    expect(error).toMatchObject({ reason: "invalid" });
    expect(error.message).toContain("no block device");
    const disk = wholeDisk();
    if (disk === null) return;
    const session = await executor.open(config({ memory: "64MiB", deviceReadBps: { [disk.path]: "1MiB" } }));
    try {
      const files = own().flatMap((folder) =>
        ["blkio.throttle.read_bps_device", "io.max"].map((name) => join(folder, name)),
      );
      const rates = files.filter(existsSync).map((path) => readFileSync(path, "utf8").trim());
      expect(rates).toEqual([expect.stringMatching(`^${disk.number} (rbps=)?1048576`)]);
    } finally {
      await session.close();
    }
  });
});

/** A disk, and no part of one: rates are those of whole devices. */
function wholeDisk(): { readonly path: string; readonly number: string } | null {
  for (const line of readFileSync("/proc/partitions", "utf8").trim().split("\n").slice(2)) {
    const [major, minor, , name] = line.trim().split(/\s+/);
    if (name !== undefined && /^(vd|sd|xvd|nvme\d+n)[a-z0-9]$/.test(name) && existsSync(`/dev/${name}`))
      return { path: `/dev/${name}`, number: `${major}:${minor}` };
  }
  return null;
}
