import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { findObstacle, type ImportedImage, importImage as importBy, makeImages } from "./images.js";

export { IMAGE, USER_IMAGE } from "./images.js";

const required = process.env.CI === "true" && process.platform === "linux" && process.geteuid?.() === 0;

/** Why podman cannot be tested here; null: it can. */
export const obstacle =
  findObstacle() ?? (spawnSync("podman", ["--version"]).status === 0 ? null : "podman is not installed");
if (obstacle !== null && required) throw new Error(`The tests of containers cannot run: ${obstacle}.`);

/** A test that needs podman, runc and busybox, as root: left out where one is missing, but never for root in CI on Linux. */
export const testWithPodman = obstacle === null ? test : test.skip;

/** A podman with settings and a storage of its own, as long as a file's tests run; after each of them no container is left, and no mount. */
export function usePodman(): { readonly folder: () => string; readonly rootFolder: () => string } {
  let folder = "";
  beforeAll(() => {
    if (obstacle !== null) return;
    folder = mkdtempSync(join(tmpdir(), "forgexec-podman-"));
    settle(folder);
    makeImages(folder, podman);
  });
  afterEach(() => {
    if (obstacle !== null) return;
    expect(podman("ps", "--all", "--quiet")).toBe("");
    expect(readFileSync("/proc/self/mountinfo", "utf8")).not.toContain(folder);
  });
  afterAll(() => {
    if (obstacle !== null) return;
    podman("rm", "--force", "--all", "--time", "0");
    rmSync(folder, { recursive: true, force: true });
  });
  return { folder: () => folder, rootFolder: () => join(folder, "busybox") };
}

/** Calls podman; what it printed. */
export function podman(...args: readonly string[]): string {
  return execFileSync("podman", args, { encoding: "utf8", env: process.env, stdio: ["ignore", "pipe", "pipe"] }).trim();
}

export function importImage(folder: string, image: ImportedImage): void {
  importBy(folder, image, podman);
}

/** By default what podman needs to run in a container; FORGEXEC_TEST_PODMAN=usual leaves it its own ways, as users have it. */
function settle(folder: string): void {
  if (process.env.FORGEXEC_TEST_PODMAN === "usual") {
    store(folder, "overlay");
    return;
  }
  mkdirSync(join(folder, "fetched"));
  writeFileSync(
    join(folder, "containers.conf"),
    [
      "[containers]",
      'default_ulimits = ["nofile=1024:1024", "nproc=1000:1000"]',
      "[engine]",
      'runtime = "runc"',
      'cgroup_manager = "cgroupfs"',
      'events_logger = "file"',
      `image_copy_tmp_dir = "${folder}/fetched"`,
      "",
    ].join("\n"),
  );
  process.env.CONTAINERS_CONF = join(folder, "containers.conf");
  store(folder, "vfs");
}

function store(folder: string, driver: string): void {
  const storage = [
    "[storage]",
    `driver = "${driver}"`,
    `graphroot = "${folder}/graph"`,
    `runroot = "${folder}/run"`,
    "",
  ];
  writeFileSync(join(folder, "storage.conf"), storage.join("\n"));
  process.env.CONTAINERS_STORAGE_CONF = join(folder, "storage.conf");
  // docker takes registries of the loopback without TLS by itself.
  const registries = ["[[registry]]", 'location = "127.0.0.1"', "insecure = true", ""];
  writeFileSync(join(folder, "registries.conf"), registries.join("\n"));
  process.env.CONTAINERS_REGISTRIES_CONF = join(folder, "registries.conf");
}
