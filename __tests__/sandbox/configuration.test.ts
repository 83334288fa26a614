import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { BACKENDS, type Executor, getExecutor, type SandboxConfig } from "../../src/sandbox/index.js";
import { failureOf } from "../command/helper.js";
import { usePodman } from "./container/podman.js";
import { ofFolders } from "./support/backends.js";
import { limited } from "./support/local.js";
import { useRootFolder } from "./support/root-folder.js";

const notPaths = ["", "relative", "./x", "/a\0b", 5, null, {}];
const notLists = [5, null, "x", {}];
const notObjects = [5, null, "x", []];
const notCounts = [Number.NaN, -1, 0, 1.5, "5", null, {}, 2 ** 60, Number.POSITIVE_INFINITY];
const notSizes = ["much", "", "1e3", Number.NaN, -1, 0, 1.5, null, {}, 1e300];
const tmpfs = { type: "tmpfs", target: "/mnt" };
const forward = { port: 80, to: { port: 80 } };

/** Values that no program with types could hand in, and some that it could. */
const wrong: readonly [key: string, values: readonly unknown[]][] = [
  ["cwd", notPaths],
  ["env", [...notObjects, { "": "x" }, { "A=B": "x" }, { "A\0": "x" }, { A: "x\0y" }, { A: 5 }, { A: null }]],
  ["filesystemRoot", notPaths],
  ["filesystemWritablePaths", ["", "some", 5, null, {}, ...notPaths.map((path) => ["/tmp", path])]],
  ["extraMounts", [...notLists, [null], [5], [{}], [{ type: "ext4", target: "/mnt" }]]],
  ["extraMounts", notPaths.map((target) => [{ type: "tmpfs", target }])],
  ["extraMounts", notPaths.map((source) => [{ type: "bind", source, target: "/mnt" }])],
  ["extraMounts", ["/", "//", "/..", "/x/.."].map((target) => [{ type: "tmpfs", target }])],
  ["extraMounts", [[{ ...tmpfs, options: 5 }], [{ ...tmpfs, opts: "ro" }]]],
  [
    "extraMounts",
    ["size", "size=", "size=much", "size=-1", "size=1.5m", "size=1MiB=2", "size=%", "size=5x", "ro,size=1 m"].map(
      (options) => [{ ...tmpfs, options }],
    ),
  ],
  ["forwards", [...notLists, [null], [{}], [{ port: 80 }], [{ port: 80, to: null }], [{ port: 80, to: {} }]]],
  [
    "forwards",
    ["80", 80.5, 0, -1, 65_536, Number.NaN].flatMap((port) => [[{ ...forward, port }], [{ port: 80, to: { port } }]]),
  ],
  [
    "forwards",
    [[forward, forward], [{ port: 80, to: { socketPath: "x" } }], [{ port: 80, to: { port: 80, socketPath: "/x" } }]],
  ],
  ["image", ["", " ", "a b", "--privileged", "a\0b", "a\nb", 5, null]],
  ["ports", [...notLists, [null], [{}], [{ host: 80 }], [{ host: "80", sandbox: 80 }], [{ host: 0, sandbox: 80 }]]],
  ["ports", [[{ host: 80, sandbox: 80, address: "localhost" }], [{ host: 80, sandbox: 80, address: null }]]],
  ["workspace", [...notPaths, "/", "/..", "/proc", "/proc/1", "/sys", "/dev", "/dev/shm"]],
  ["limits", [...notObjects, { bogus: 1 }]],
  ["limits.memory", notSizes.map((memory) => ({ memory }))],
  ["limits.cpus", [Number.NaN, -1, 0, 0.001, "2", null, Number.POSITIVE_INFINITY].map((cpus) => ({ cpus }))],
  ["limits.pids", notCounts.map((pids) => ({ pids }))],
  ["limits.openFiles", notCounts.map((openFiles) => ({ openFiles }))],
  ["limits.timeout", ["", "soon", -1, 0, Number.NaN, null, 1e15, "30d"].map((timeout) => ({ timeout }))],
  [
    "limits.deviceReadBps",
    [...notObjects, { relative: 1 }, { "/dev/x": -1 }, { "/dev/x": "y" }].map((deviceReadBps) => ({ deviceReadBps })),
  ],
  ["limits.noOomKill", [{ noOomKill: "yes" }, { noOomKill: "yes", memory: "1GiB" }, { noOomKill: 1, memory: "1GiB" }]],
  ["capabilities", [...notObjects, { keep: ["chown"] }]],
  [
    "capabilities.drop",
    [...notLists, ["bogus"], [""], ["cap_"], [5], [null]]
      .filter((drop) => drop !== undefined)
      .map((drop) => ({ drop })),
  ],
  ["network", [null, "none", 5]],
  ["mounts", [null, "private", 5]],
  ["pull", [null, "always", 5]],
  ["stdout", [null]],
  ["everything", ["a key that is none"]],
];

describe.each(BACKENDS)("%s", (name) => {
  test.each(wrong)("each bad %s is refused by its name, before anything runs", (key, values) => {
    const [top = ""] = key.split(".");
    for (const value of values) {
      const error = refusal(getExecutor(name), { network: "isolated", [top]: value } as SandboxConfig);
      expect([value, error]).toEqual([value, expect.objectContaining({ name: "CommandError", reason: "invalid" })]);
      expect((error as Error).message).toContain(key);
    }
  });
});

test.each(BACKENDS)("%s is asked whether processes can wait for memory before it is asked how long", (name) => {
  const executor = getExecutor(name);
  const alone: SandboxConfig = { limits: { noOomKill: true } };
  const warnings: string[] = [];
  const degrading = () => executor.degradeConfigForCapabilities(alone, { warn: (said) => warnings.push(said) });
  if (executor.capabilities.limits.includes("noOomKill")) {
    expect(refusal(executor, alone)).toMatchObject({
      reason: "invalid",
      message: expect.stringContaining("noOomKill"),
    });
    expect(degrading).toThrow(expect.objectContaining({ reason: "invalid" }));
    return;
  }
  expect(refusal(executor, alone)).toMatchObject({
    reason: "unsupported",
    message: expect.stringContaining("limits.noOomKill"),
  });
  expect(degrading()).toEqual({ limits: {} });
  expect(warnings).toEqual([expect.stringContaining("limits.noOomKill")]);
});

test("what no machine can do with a backend is told of, not what would have to be said beside it", () => {
  const alone = { limits: { noOomKill: true } };
  const said = (name: string) =>
    getExecutor(name)
      .faults(alone)
      .map(({ at, error }) => [...at, error.reason]);
  expect(said("none")).toEqual([["limits", "noOomKill", "unsupported"]]);
  for (const name of ["chroot", "bubblewrap", "container"])
    expect(said(name)).toEqual([["limits", "noOomKill", "invalid"]]);
});

function refusal(executor: Executor, config: SandboxConfig): unknown {
  try {
    executor.check(config);
    return "it was taken";
  } catch (error) {
    return error;
  }
}

/** What a command in the root folder ends with. */
const failureIn = (executor: Executor, root: string) => (config: SandboxConfig) =>
  failureOf(executor.runSandbox(["sh", "-c", "true"], { filesystemRoot: root, env: { PATH: "/bin" }, ...config }));

describe.each(ofFolders)("$name", ({ name, test }) => {
  usePodman();
  const { root, scratch } = useRootFolder();
  const executor = getExecutor(name);
  const failure = failureIn(executor, root);

  test("a root, a workspace, a source or a target that cannot be one is told of as a mount, by its path, and leaves nothing", async () => {
    const before = readdirSync(root).sort();
    const missing = join(scratch, "missing", "deep");
    const file = join(root, "data/canary");
    for (const [path, config] of [
      [missing, { filesystemRoot: missing }],
      [file, { filesystemRoot: file }],
      [missing, { workspace: missing }],
      [file, { workspace: file }],
      [missing, { extraMounts: [{ type: "bind", source: missing, target: "/mnt" }] }],
    ] as const) {
      const error = await failure(config);
      expect(error.reason).toBe("mount");
      expect(error.message).toContain(path);
    }
    const missingSource = { extraMounts: [{ type: "bind", source: missing, target: "/mnt" }] } as const;
    expect((await failure(missingSource)).cause).toMatchObject({ code: "ENOENT" });
    for (const mount of [
      { type: "tmpfs", target: "/data/canary" },
      { type: "tmpfs", target: "/data/canary/below" },
      { type: "bind", source: scratch, target: "/data/canary" },
      { type: "bind", source: file, target: "/data" },
    ] as const) {
      const error = await failure({ extraMounts: [mount] });
      expect([mount, error.reason]).toEqual([mount, "mount"]);
    }
    expect(readdirSync(root).sort()).toEqual(before);
    expect(readdirSync(scratch).sort()).toEqual(["root"]);
  });

  test("mounts at one place lie on top of one another; the same path twice is once", async () => {
    const seen = async (script: string, config: SandboxConfig) => {
      const whole = { filesystemRoot: root, env: { PATH: "/bin" }, ...config };
      return (await executor.runSandbox(["sh", "-c", script], whole)).stdout;
    };
    mkdirSync(join(scratch, "bound"));
    writeFileSync(join(scratch, "bound/file"), "");
    const bound = { type: "bind", source: join(scratch, "bound"), target: "/data/1" } as const;
    expect(
      await seen("ls /data", {
        extraMounts: [
          { type: "tmpfs", target: "/data" },
          { ...bound, target: "/data" },
        ],
      }),
    ).toBe("file\n");
    expect(await seen("ls /data/1", { extraMounts: [bound] })).toBe("file\n");
    expect(await seen("ls /data/1", { extraMounts: [bound, { type: "tmpfs", target: "/data/1" }] })).toBe("");
    expect(await seen("ls /data", { extraMounts: [bound, { type: "tmpfs", target: "/data" }] })).toBe("");
    const workspace = join(scratch, "bound");
    const over = { type: "tmpfs", target: workspace } as const;
    expect(await seen(`ls ${workspace}`, { workspace, cwd: "/" })).toBe("file\n");
    expect(await seen(`ls ${workspace}`, { workspace, cwd: "/", extraMounts: [over] })).toBe("");
    rmSync(join(scratch, "bound"), { recursive: true });
    const many = Array.from({ length: 40 }, () => ["/data/1", "/data/1/", "/data//1", "/data/x/../1"]).flat();
    const config = { filesystemRoot: root, env: { PATH: "/bin" }, filesystemWritablePaths: many };
    const { stdout } = await executor.runSandbox(
      ["sh", "-c", "touch /data/1/x && rm /data/1/x && echo in; touch /data/y || echo out"],
      config,
    );
    expect(stdout).toBe("in\nout\n");
  });
});

describe.each(limited)("$name", ({ name, test }) => {
  const { root } = useRootFolder();
  const failure = failureIn(getExecutor(name), root);

  test("a limit that leaves no room for the sandbox itself is told of as that limit", async () => {
    expect(await failure({ limits: { pids: 1 } })).toMatchObject({ reason: "limit", limit: "pids" });
    expect(await failure({ limits: { memory: 1 } })).toMatchObject({ reason: "limit", limit: "memory" });
  });
});
