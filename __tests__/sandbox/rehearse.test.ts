import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { getExecutor, type SandboxConfig } from "../../src/sandbox/index.js";
import { failureOf } from "../command/helper.js";
import { testEverybodys } from "./support/machine.js";
import { useRootFolder } from "./support/root-folder.js";

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
