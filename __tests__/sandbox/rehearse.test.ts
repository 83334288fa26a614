import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { getExecutor, type SandboxConfig } from "../../src/sandbox/index.js";
import { failureOf } from "../command/helper.js";
import { IMAGE, testWithPodman, usePodman } from "./container/podman.js";
import { testEverybodys } from "./support/machine.js";
import { useRootFolder } from "./support/root-folder.js";

usePodman();
const { root } = useRootFolder();
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "forgexec-rehearse-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const placesOf = (faults: readonly { readonly at: readonly (string | number)[] }[]) => faults.map(({ at }) => at);

test("all that is wrong anywhere is found, whatever this machine has", () => {
  const config = {
    network: "isolated",
    limits: { memory: 0, pids: 2.5, noOomKill: true, cpus: 1 },
    extraMounts: [
      { type: "tmpfs", target: "/a" },
      { type: "tmpfs", target: "/" },
    ],
    capabilities: { drop: ["all", "nonesuch"] },
  } as const;
  const invalid = [
    ["extraMounts", 1],
    ["limits", "memory"],
    ["limits", "pids"],
    ["capabilities", "drop", 1],
  ];
  expect(placesOf(getExecutor("bubblewrap").faults(config))).toEqual(invalid);
  expect(placesOf(getExecutor("container").faults(config))).toEqual(invalid);
  expect(placesOf(getExecutor("chroot").faults(config))).toEqual([...invalid, ["network"]]);
  expect(placesOf(getExecutor("none").faults(config))).toContainEqual(["limits", "cpus"]);
});

test("what cannot be looked into is told of, and no more", () => {
  const strange = { extraMounts: "all", limits: { memory: 0 } } as unknown as SandboxConfig;
  expect(placesOf(getExecutor("bubblewrap").faults(strange))).toEqual([["extraMounts"], ["limits", "memory"]]);
});

testEverybodys("what is not there is found, each with its key, and keeps a sandbox from being opened", async () => {
  const executor = getExecutor("bubblewrap");
  const nowhere = join(folder, "nowhere");
  const config: SandboxConfig = {
    extraMounts: [
      { type: "bind", source: folder, target: "/mnt" },
      { type: "bind", source: nowhere, target: "/media" },
      { type: "tmpfs", target: "/opt" },
    ],
    limits: { deviceReadBps: { "/dev/null": "1MiB" } },
  };
  if (executor.capabilities.limits.includes("deviceReadBps"))
    expect(placesOf(await executor.unmet(config))).toEqual([
      ["extraMounts", 1, "source"],
      ["limits", "deviceReadBps", "/dev/null"],
    ]);
  const mounts = config.extraMounts?.filter(({ source }) => source !== nowhere) ?? [];
  const writable = ["/mnt/nowhere", "/opt/anywhere", "/dev/shm", nowhere];
  const listed = { extraMounts: mounts, filesystemWritablePaths: writable };
  const unmet = await executor.unmet(listed);
  expect(placesOf(unmet)).toEqual([0, 3].map((index) => ["filesystemWritablePaths", index]));
  expect(unmet.map(({ path }) => path)).toEqual([nowhere, nowhere]);
  expect(await failureOf(executor.open(listed))).toMatchObject({
    reason: "mount",
    message: expect.stringContaining("/mnt/nowhere, which is not there"),
  });
});

testEverybodys("what does not depend on what is missing is found beside it", async () => {
  const executor = getExecutor("bubblewrap");
  const nowhere = join(folder, "nowhere");
  const config: SandboxConfig = {
    cwd: nowhere,
    extraMounts: [
      { type: "bind", source: nowhere, target: "/mnt" },
      { type: "bind", source: folder, target: "/media" },
    ],
    // The second one lies in what is missing: of that nothing can be told.
    filesystemWritablePaths: [nowhere, "/mnt/x", "/media/x"],
  };
  expect(placesOf(await executor.unmet(config))).toEqual([
    ["extraMounts", 0, "source"],
    ["filesystemWritablePaths", 0],
    ["filesystemWritablePaths", 2],
    ["cwd"],
  ]);
  expect(placesOf(await executor.unmet({ ...config, filesystemRoot: nowhere }))).toEqual([
    ["filesystemRoot"],
    ["extraMounts", 0, "source"],
    ["filesystemWritablePaths", 2],
  ]);
});

testEverybodys(
  "a folder that commands would start in is found missing, as far as what is inside is known",
  async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    const executor = getExecutor("bubblewrap");
    const tmpfs = { type: "tmpfs", target: "/opt" } as const;
    const deep = { type: "bind", source: folder, target: "/opt/a/b" } as const;
    const found = async (config: SandboxConfig) => [
      ...placesOf(await executor.unmet(config)),
      ...placesOf([await executor.rehearse(config)].flatMap((fault) => fault ?? [])),
    ];
    for (const config of [
      { cwd: join(folder, "nowhere") },
      { cwd: file },
      { cwd: "/opt/x", extraMounts: [tmpfs] },
      { cwd: "/opt/a/b/x", extraMounts: [tmpfs, deep] },
      { cwd: "/nowhere", filesystemRoot: root },
    ])
      expect(await found(config)).toEqual([["cwd"], ["cwd"]]);
    for (const config of [
      { cwd: folder },
      { cwd: "/proc/self" },
      { cwd: "/opt", extraMounts: [tmpfs] },
      { cwd: "/opt/a", extraMounts: [tmpfs, deep] },
      { cwd: "/opt/x", extraMounts: [tmpfs], filesystemWritablePaths: ["/opt/x"] },
      { cwd: "/data", filesystemRoot: root },
    ])
      expect(await found(config)).toEqual([]);
  },
);

testEverybodys("a folder is told to be hidden where the sandbox surely has it no more", () => {
  const executor = getExecutor("bubblewrap");
  const at = (target: string) => ({ extraMounts: [{ type: "bind", source: folder, target }] }) as const;
  for (const [config, path] of [
    [{}, "/run/nowhere"],
    [at("/run/a"), "/run/b"],
    [{ extraMounts: [{ type: "tmpfs", target: folder }] }, join(folder, "x")],
  ] as const)
    expect([path, executor.hides(config, path)]).toEqual([path, true]);
  for (const [config, path] of [
    [{}, "/run"],
    [{}, folder],
    [{}, "/proc/self"],
    [at("/run/a/b"), "/run/a"],
    [at("/run/a"), "/run/a/b"],
    [{ cwd: "/run/lock" }, "/run/lock"],
    [{ filesystemWritablePaths: ["/run/lock"] }, "/run/lock"],
    [{ filesystemRoot: root }, "/run/nowhere"],
  ] as const)
    expect([path, executor.hides(config, path)]).toEqual([path, false]);
  expect(getExecutor("chroot").hides({}, "/run/nowhere")).toBe(false);
});

testEverybodys("a rehearsal says what keeps commands from being started, and leaves nothing", async () => {
  const executor = getExecutor("bubblewrap");
  expect(await executor.rehearse({ network: "isolated" })).toBeNull();
  const target = join(folder, "point");
  expect(await executor.rehearse({ extraMounts: [{ type: "tmpfs", target }] })).toBeNull();
  expect(existsSync(target)).toBe(false);
  // Another root need not have what is tried.
  expect(await executor.rehearse({ filesystemRoot: join(root, "data") })).toBeNull();
  expect(await executor.rehearse({ limits: { openFiles: 3 } })).toMatchObject({
    at: ["limits", "openFiles"],
    error: { message: expect.stringContaining("limits.openFiles is 3") },
  });
});

testWithPodman("a folder of an image that commands would start in is looked for by a rehearsal", async () => {
  const executor = getExecutor("container");
  const rehearsed = (cwd: string) => executor.rehearse({ image: IMAGE, cwd, workspace: folder });
  expect(await executor.unmet({ image: IMAGE, cwd: "/nowhere" })).toEqual([]);
  expect(await rehearsed("/nowhere")).toMatchObject({ at: ["cwd"], error: { reason: "spawn" } });
  expect(await rehearsed("/bin")).toBeNull();
  expect(await rehearsed(folder)).toBeNull();
  expect(placesOf(await executor.unmet({ image: IMAGE, cwd: join(folder, "x"), workspace: folder }))).toEqual([
    ["cwd"],
  ]);
});
