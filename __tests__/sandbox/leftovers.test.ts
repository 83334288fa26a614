import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  accessSync,
  constants,
  type Dirent,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeAll, beforeEach, describe, expect } from "@jest/globals";
import { getExecutor, type SandboxConfig } from "../../src/sandbox/index.js";
import { failureOf } from "../command/helper.js";
import { compiledSources } from "../index-server/compiled.js";
import { limited } from "./support/local.js";
import { sandboxesWork } from "./support/machine.js";
import { useRootFolder } from "./support/root-folder.js";

const { root, scratch } = useRootFolder();
let sources = "";
let before = "";
beforeAll(async () => {
  if (sandboxesWork) sources = await compiledSources();
});
beforeEach(() => {
  before = mountinfo();
});
afterEach(() => expect(mountinfo()).toBe(before));

/** The mounts at or below this file's folder: other tests make and undo theirs at the same time. */
const mountinfo = () =>
  existsSync("/proc/self/mountinfo")
    ? readFileSync("/proc/self/mountinfo", "utf8")
        .split("\n")
        .filter((line) => line.includes(scratch))
        .join("\n")
    : "";

const extraMounts = [
  { type: "proc", target: "/proc" },
  { type: "tmpfs", target: "/made/on/demand" },
  { type: "tmpfs", target: "/made/on/demand/nested" },
] as const;

describe.each(limited)("$name", ({ name, test }) => {
  const executor = getExecutor(name);
  const config: SandboxConfig = {
    filesystemRoot: root,
    env: { PATH: "/bin" },
    extraMounts,
    filesystemWritablePaths: ["/data"],
    limits: { pids: 100 },
  };
  const nothingLeft = () => {
    expect(mountinfo()).toBe(before);
    expect(readdirSync(root).sort()).toEqual(["bin", "data", "dev"]);
  };

  /** Mount points that are made: what keeps a sandbox open removes them one after the other, a moment after the process. */
  const points = ["proc", "made"].map((point) => join(root, point));
  const noPoints = () => !points.some(existsSync);

  test("mounts and their mount points are gone after success, failure, a time-out, and a mount that fails", async () => {
    await executor.runSandbox(["ls", "/made/on/demand/nested"], config);
    nothingLeft();
    expect((await executor.runSandbox(["false"], config)).exitCode).toBe(1);
    nothingLeft();
    await failureOf(executor.runSandbox(["sleep", "1000"], { ...config, limits: { timeout: 200 } }));
    nothingLeft();
    const wrong = { type: "bind", source: join(root, "missing"), target: "/made/too" } as const;
    expect(
      await failureOf(executor.runSandbox(["true"], { ...config, extraMounts: [...extraMounts, wrong] })),
    ).toMatchObject({
      reason: "mount",
    });
    nothingLeft();
    await failureOf(executor.runSandbox(["no-such-program"], config));
    nothingLeft();
  });

  /** A process of its own that opens a session with a running command, and then does what `then` says. */
  const opened = async (then: string): Promise<{ readonly child: ChildProcess; readonly inside: number }> => {
    const program = join(sources, `program-${Math.random()}.mjs`);
    writeFileSync(
      program,
      `import { getExecutor } from "./sandbox/index.js";
       const session = await getExecutor(${JSON.stringify(name)}).open(${JSON.stringify(config)});
       const child = await session.command(["sh", "-c", "echo up; exec sleep 1000"]).stdout("pipe").start();
       await new Promise((resolve) => child.stdout.once("data", resolve));
       console.log(child.pid);
       ${then}`,
    );
    const complaints = then.includes("a bug") ? "ignore" : "inherit";
    const child = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", complaints] });
    const [line] = await once(createInterface({ input: child.stdout }), "line");
    return { child, inside: Number(line) };
  };
  const groupsOf = (pid: number) => findGroups("/sys/fs/cgroup").filter((path) => path.includes(`-${pid}-`));

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s ends a session with the process, without a trace",
    async (signal) => {
      const { child, inside } = await opened("setInterval(() => {}, 1000);");
      child.kill(signal);
      expect(await once(child, "exit")).toEqual([null, signal]);
      expect(existsSync(`/proc/${inside}`)).toBe(false);
      expect(groupsOf(child.pid ?? 0)).toEqual([]);
      nothingLeft();
    },
  );

  test.each([
    ["process.exit()", "process.exit(7);", 7],
    ["an error that nobody catches", "throw new Error('as a bug would');", 1],
    ["a promise that nobody catches", "Promise.reject(new Error('as a bug would')); await new Promise(() => {});", 1],
    ["the end of its work", "", 0],
  ])("%s ends a session with the process, without a trace", async (_, then, code) => {
    // Who waits for a command keeps the process: it is let go of.
    const { child, inside } = await opened(`child.wait().catch(() => {}); ${then || "await session.close();"}`);
    const [exitCode] = child.exitCode === null ? await once(child, "exit") : [child.exitCode];
    expect(exitCode).toBe(code);
    await until(() => !existsSync(`/proc/${inside}`) && groupsOf(child.pid ?? 0).length === 0);
    await until(noPoints);
    nothingLeft();
  });

  test("a thread that is ended takes its session along", async () => {
    const program = join(sources, `program-${Math.random()}.mjs`);
    writeFileSync(
      program,
      `import { Worker } from "node:worker_threads";
       import { existsSync, readFileSync } from "node:fs";
       // Nobody collects what a thread that is gone has started: it stays as a zombie.
       const runs = (pid) => readFileSync("/proc/" + pid + "/cmdline", "latin1") !== "";
       const worker = new Worker(\`
         const { parentPort } = require("node:worker_threads");
         import(${JSON.stringify(join(sources, "sandbox/index.js"))}).then(async ({ getExecutor }) => {
           const session = await getExecutor(${JSON.stringify(name)}).open(${JSON.stringify(config)});
           const child = await session.command(["sh", "-c", "echo up; exec sleep 1000"]).stdout("pipe").start();
           child.stdout.once("data", () => parentPort.postMessage(child.pid));
         });\`, { eval: true });
       const pid = await new Promise((resolve) => worker.once("message", resolve));
       await worker.terminate();
       while (runs(pid) || ${JSON.stringify(points)}.some(existsSync))
         await new Promise((resolve) => setTimeout(resolve, 10));`,
    );
    const child = spawn(process.execPath, [program], { stdio: ["ignore", "ignore", "inherit"] });
    expect(await once(child, "exit")).toEqual([0, null]);
    nothingLeft();
  });

  test("a kill -9 of the process ends the sandbox as well, with its control groups", async () => {
    const { child, inside } = await opened("setInterval(() => {}, 1000);");
    expect(groupsOf(child.pid ?? 0)).not.toEqual([]);
    child.kill("SIGKILL");
    await once(child, "exit");
    await until(() => !existsSync(`/proc/${inside}`) && groupsOf(child.pid ?? 0).length === 0);
    await until(noPoints);
    nothingLeft();
  });

  test("what is left of control groups by a process that is gone is cleared by the next run", async () => {
    const [own] = await withGroups(() =>
      findGroups("/sys/fs/cgroup").filter((path) => path.includes(`-${process.pid}-`)),
    );
    const namespace = /\d+/.exec(readlinkSync("/proc/self/ns/pid"))?.[0];
    // No process has ever had this number and this start.
    const left = join(own ?? "", "..", `forgexec-${namespace}-${process.pid}-1-1`);
    makeFolder(left);
    await executor.runSandbox(["true"], config);
    expect(existsSync(left)).toBe(false);
  });

  test("what is left in the groups of one limit is cleared by a sandbox of another, or of none", async () => {
    const limits = { pids: 100, memory: "1GiB" };
    const own = await withGroups(() => groupsOf(process.pid), { ...config, limits });
    const namespace = /\d+/.exec(readlinkSync("/proc/self/ns/pid"))?.[0];
    const left = own.map((path) => join(path, "..", `forgexec-${namespace}-${process.pid}-1-0a1b2c`));
    expect(left).not.toEqual([]);
    // What is root's takes sudo, which is not asked for without need.
    if (!left.every((path) => isWritable(join(path, "..")))) return;
    for (const path of left) mkdirSync(path);
    const program = join(sources, `program-${Math.random()}.mjs`);
    writeFileSync(
      program,
      `import { getExecutor } from "./sandbox/index.js";
       await getExecutor(${JSON.stringify(name)}).runSandbox(["true"], { cwd: "/" });`,
    );
    execFileSync(process.execPath, [program]);
    expect(left.filter(existsSync)).toEqual([]);
  });

  const withGroups = async <T>(use: () => T, asked = config): Promise<T> => {
    const session = await executor.open(asked);
    try {
      return use();
    } finally {
      await session.close();
    }
  };
});

/** Where groups are root's, so is what an earlier run left. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EACCES") throw error;
    execFileSync("sudo", ["-n", "mkdir", path]);
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function findGroups(folder: string, depth = 8): readonly string[] {
  if (depth === 0) return [];
  return subfoldersOf(folder).flatMap(({ name }) =>
    name.startsWith("forgexec-") ? [join(folder, name)] : findGroups(join(folder, name), depth - 1),
  );
}

function subfoldersOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  } catch (error) {
    // Control groups of others end at any time.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** Looks again until it is so: nothing tells of the end of a process that is no child. */
async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error("it did not come to be so");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
