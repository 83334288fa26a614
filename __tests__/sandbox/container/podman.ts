import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";

const BUSYBOX = "/bin/busybox";
const required = process.env.CI === "true" && process.platform === "linux" && process.geteuid?.() === 0;

/** Why containers cannot be tested here; null: they can. */
function findObstacle(): string | null {
  if (process.platform !== "linux") return "containers are Linux's";
  if (process.geteuid?.() !== 0) return "the tests' settings of podman need root";
  if (spawnSync("podman", ["--version"]).status !== 0) return "podman is not installed";
  if (spawnSync(BUSYBOX, ["true"]).status !== 0) return `${BUSYBOX} (busybox-static) is not installed`;
  return null;
}

const obstacle = findObstacle();
if (obstacle !== null && required) throw new Error(`The tests of containers cannot run: ${obstacle}.`);

/** A test that needs podman, runc and busybox, as root: left out where one is missing, but never for root in CI on Linux. */
export const testWithPodman = obstacle === null ? test : test.skip;

/** Images that the tests make: busybox, as root and as another user, and one with a single program and nothing else. */
export const IMAGE = "localhost/forgexec-busybox:1";
export const USER_IMAGE = "localhost/forgexec-user:1";
export const BARE_IMAGE = "localhost/forgexec-bare:1";

/** A podman with settings and a storage of its own, as long as a file's tests run; after each of them no container is left, and no mount. */
export function usePodman(): { readonly folder: () => string; readonly rootFolder: () => string } {
  let folder = "";
  beforeAll(() => {
    if (obstacle !== null) return;
    folder = mkdtempSync(join(tmpdir(), "forgexec-podman-"));
    settle(folder);
    const busybox = makeBusybox(join(folder, "busybox"));
    importImage(folder, { root: busybox, name: IMAGE, changes: ["LABEL forgexec.owner=forged", "ENV FROM_IMAGE=yes"] });
    importImage(folder, { root: busybox, name: USER_IMAGE, changes: ["USER 4321:4322"] });
    importImage(folder, { root: makeBare(join(folder, "bare")), name: BARE_IMAGE, changes: [] });
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

function settle(folder: string): void {
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
  const storage = ["[storage]", 'driver = "vfs"', `graphroot = "${folder}/graph"`, `runroot = "${folder}/run"`, ""];
  writeFileSync(join(folder, "storage.conf"), storage.join("\n"));
  // docker takes registries of the loopback without TLS by itself.
  const registries = ["[[registry]]", 'location = "127.0.0.1"', "insecure = true", ""];
  writeFileSync(join(folder, "registries.conf"), registries.join("\n"));
  process.env.CONTAINERS_REGISTRIES_CONF = join(folder, "registries.conf");
  process.env.CONTAINERS_CONF = join(folder, "containers.conf");
  process.env.CONTAINERS_STORAGE_CONF = join(folder, "storage.conf");
}

/** A root file system with busybox under all its names; also where a test wants a root folder. */
function makeBusybox(root: string): string {
  for (const name of ["bin", "proc", "sys", "dev", "tmp", "etc", "run"])
    mkdirSync(join(root, name), { recursive: true });
  chmodSync(join(root, "tmp"), 0o1777);
  copyFileSync(BUSYBOX, join(root, "bin/busybox"));
  for (const name of execFileSync(BUSYBOX, ["--list"], { encoding: "utf8" }).trim().split("\n"))
    if (name !== "busybox") symlinkSync("busybox", join(root, "bin", name));
  writeFileSync(join(root, "etc/passwd"), "root:x:0:0::/:/bin/sh\nbuilder:x:4321:4322::/:/bin/sh\n");
  return root;
}

/** One program, by a name of its own, and no shell, sleep or tail. */
function makeBare(root: string): string {
  mkdirSync(root);
  copyFileSync(BUSYBOX, join(root, "cat"));
  return root;
}

export function importImage(
  folder: string,
  { root, name, changes }: { readonly root: string; readonly name: string; readonly changes: readonly string[] },
): void {
  const archive = join(folder, "image.tar");
  execFileSync("tar", ["-C", root, "-cf", archive, "."]);
  podman("import", "--quiet", ...changes.flatMap((change) => ["--change", change]), archive, name);
}
