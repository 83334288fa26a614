import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type CgroupFiles, type Controller, findPlaces } from "../../src/sandbox/groups/places.js";
import { groupSettings } from "../../src/sandbox/groups/settings.js";
import { readLimits } from "../../src/sandbox/normalise-limits.js";
import { Reader } from "../../src/sandbox/reader.js";

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
const findPlace = (controller: Controller, asked: CgroupFiles) =>
  findPlaces([controller], asked).get(controller) ?? null;
const second = (root = "/") => `30 23 0:26 ${root} ${mount} rw,nosuid - cgroup2 cgroup2 rw\n`;
const first = (root = "/") => `30 23 0:26 ${root} ${mount} rw,nosuid - cgroup cgroup rw,memory\n`;

test("of version 1 a group goes below the one that this process is in", () => {
  mkdirSync(join(mount, "job/step"), { recursive: true });
  const place = findPlace("memory", files({ mountinfo: first(), membership: "4:memory:/job/step\n0::/\n" }));
  expect(place).toEqual({ version: 1, parent: join(mount, "job/step"), access: "own", enable: [] });
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

interface Folder {
  readonly handsDown?: string;
  readonly has?: string;
  readonly processes?: string;
  /** The root of all groups has none. */
  readonly type?: string;
}

/** A folder of version 2, as the kernel shows it. */
function group(path: string, { handsDown = "", has = handsDown, processes = "", type = "domain" }: Folder): void {
  write(join(path, "cgroup.subtree_control"), `${handsDown}\n`);
  write(join(path, "cgroup.controllers"), `${has}\n`);
  write(join(path, "cgroup.procs"), processes);
  if (path !== "") write(join(path, "cgroup.type"), `${type}\n`);
}

test("of version 2 it goes to the nearest folder that hands the controller down", () => {
  group("", { handsDown: "cpu io memory pids", processes: "1\n" });
  group("user.slice", { handsDown: "memory pids", has: "cpu io memory pids" });
  group("user.slice/session", { has: "memory pids", processes: "7\n" });
  const asked = files({ mountinfo: second(), membership: "0::/user.slice/session\n" });
  const place = { version: 2, parent: join(mount, "user.slice"), access: "own", enable: [] };
  expect(findPlace("memory", asked)).toEqual(place);
  expect(findPlace("cpu", asked)).toEqual({ ...place, parent: mount });
  expect(findPlace("blkio", asked)?.parent).toBe(mount);
});

test("of version 2 one folder is found for all controllers, since a process is in one group", () => {
  group("", { handsDown: "cpu io memory pids", processes: "1\n" });
  group("user.slice", { handsDown: "memory pids", has: "cpu memory pids" });
  const asked = files({ mountinfo: second(), membership: "0::/user.slice\n" });
  const places = findPlaces(["memory", "cpu", "pids"], asked);
  expect([...places.keys()]).toEqual(["memory", "cpu", "pids"]);
  for (const { parent } of places.values()) expect(parent).toBe(mount);
});

test("a folder that has a controller and does not hand it down is told to, where it can be", () => {
  group("", { handsDown: "memory", has: "io memory pids", processes: "1\n" });
  group("unit", { has: "memory", processes: "7\n" });
  const asked = files({ mountinfo: second(), membership: "0::/unit/part\n" });
  group("unit/part", { processes: "8\n" });
  expect(findPlace("blkio", asked)).toMatchObject({ parent: mount, enable: ["io"] });
  expect(findPlaces(["memory", "pids"], asked).get("memory")).toMatchObject({ parent: mount, enable: ["pids"] });
  // Nobody runs in it any more.
  group("unit", { has: "memory" });
  group("unit/part", { has: "memory", processes: "7\n8\n" });
  expect(findPlace("memory", asked)).toMatchObject({ parent: mount, enable: [] });
  group("", { has: "memory" });
  expect(findPlace("memory", asked)).toMatchObject({ parent: join(mount, "unit"), enable: ["memory"] });
});

test("a group of threads has no groups of processes below it", () => {
  group("", { handsDown: "pids" });
  group("unit", { handsDown: "pids", type: "domain threaded" });
  group("unit/threads", { handsDown: "pids", type: "threaded" });
  const asked = files({ mountinfo: second(), membership: "0::/unit/threads\n" });
  expect(findPlace("pids", asked)?.parent).toBe(mount);
});

test("a controller that is not handed down, or not there, is none", () => {
  group("", { handsDown: "memory" });
  const asked = files({ mountinfo: second(), membership: "0::/\n" });
  expect(findPlace("pids", asked)).toBeNull();
  expect(findPlace("memory", files({}))).toBeNull();
});

test("limits are what the kernel's files take, in either version", () => {
  const limits = readLimits({ memory: "64MiB", cpus: 1.5, pids: 9, noOomKill: true }, new Reader());
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
