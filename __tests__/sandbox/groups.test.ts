import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type CgroupFiles, findPlace } from "../../src/sandbox/groups/places.js";
import { groupSettings } from "../../src/sandbox/groups/settings.js";
import { readLimits } from "../../src/sandbox/normalise-limits.js";

let mount = "";
beforeEach(() => {
  mount = mkdtempSync(join(tmpdir(), "forgexec-cgroup-"));
});
afterEach(() => rmSync(mount, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(mount, path)), { recursive: true });
  writeFileSync(join(mount, path), text);
}

const files = (changes: Partial<CgroupFiles>): CgroupFiles => ({
  mountinfo: "",
  membership: "",
  sudo: () => false,
  ...changes,
});
const second = (root = "/") => `30 23 0:26 ${root} ${mount} rw,nosuid - cgroup2 cgroup2 rw\n`;
const first = (root = "/") => `30 23 0:26 ${root} ${mount} rw,nosuid - cgroup cgroup rw,memory\n`;

test("of version 1 a group goes below the one that this process is in", () => {
  mkdirSync(join(mount, "job/step"), { recursive: true });
  const place = findPlace("memory", files({ mountinfo: first(), membership: "4:memory:/job/step\n0::/\n" }));
  expect(place).toEqual({ version: 1, parent: join(mount, "job/step"), access: "own" });
});

test("a container's own part of the tree is all that it has", () => {
  mkdirSync(join(mount, "inner"));
  const nested = findPlace(
    "memory",
    files({ mountinfo: first("/docker/1"), membership: "4:memory:/docker/1/inner\n" }),
  );
  expect(nested?.parent).toBe(join(mount, "inner"));
  const elsewhere = findPlace("memory", files({ mountinfo: first(), membership: "4:memory:/not/to/be/seen\n" }));
  expect(elsewhere?.parent).toBe(mount);
});

test("of version 2 it goes to the nearest folder that hands the controller down", () => {
  write("cgroup.subtree_control", "cpu io memory pids\n");
  write("user.slice/cgroup.subtree_control", "memory pids\n");
  write("user.slice/session/cgroup.subtree_control", "\n");
  const asked = files({ mountinfo: second(), membership: "0::/user.slice/session\n" });
  expect(findPlace("memory", asked)).toEqual({ version: 2, parent: join(mount, "user.slice"), access: "own" });
  expect(findPlace("cpu", asked)?.parent).toBe(mount);
  expect(findPlace("blkio", asked)?.parent).toBe(mount);
});

test("a controller that is not handed down, or not there, is none", () => {
  write("cgroup.subtree_control", "memory\n");
  const asked = files({ mountinfo: second(), membership: "0::/\n" });
  expect(findPlace("pids", asked)).toBeNull();
  expect(findPlace("memory", files({}))).toBeNull();
});

test("limits are what the kernel's files take, in either version", () => {
  const limits = readLimits({ memory: "64MiB", cpus: 1.5, pids: 9, noOomKill: true });
  const settings = (version: 1 | 2) =>
    (["memory", "cpu", "pids"] as const)
      .flatMap((controller) => groupSettings(controller, version, limits))
      .map(({ file, value }) => `${file} ${value}`);
  expect(settings(1)).toEqual([
    "memory.limit_in_bytes 67108864",
    "memory.memsw.limit_in_bytes 67108864",
    "memory.oom_control 1",
    "cpu.cfs_period_us 100000",
    "cpu.cfs_quota_us 150000",
    "pids.max 9",
  ]);
  expect(settings(2)).toEqual(["memory.max 67108864", "memory.swap.max 0", "cpu.max 150000 100000", "pids.max 9"]);
});
