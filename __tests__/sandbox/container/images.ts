import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const BUSYBOX = "/bin/busybox";

/** Images that the tests make: busybox, as root and as other users, and one with a single program and nothing else. */
export const IMAGE = "localhost/forgexec-busybox:1";
export const USER_IMAGE = "localhost/forgexec-user:1";
export const OTHER_USER_IMAGE = "localhost/forgexec-other-user:1";
export const BARE_IMAGE = "localhost/forgexec-bare:1";

/** Why containers can be tested with no engine here; null: they can, where there is one. */
export function findObstacle(): string | null {
  if (process.platform !== "linux") return "containers are Linux's";
  if (process.geteuid?.() !== 0) return "the tests' settings of engines need root";
  if (spawnSync(BUSYBOX, ["true"]).status !== 0) return `${BUSYBOX} (busybox-static) is not installed`;
  return null;
}

/** An image as `import` makes it: from the files in a folder. */
export interface ImportedImage {
  readonly root: string;
  readonly name: string;
  readonly changes: readonly string[];
}

/** Makes the tests' images below a folder, each brought in by `call`, which calls the engine. Gives the folder that has the files of IMAGE. */
export function makeImages(folder: string, call: (...args: readonly string[]) => unknown): string {
  const busybox = makeBusybox(join(folder, "busybox"));
  const bare = makeBare(join(folder, "bare"));
  const changes = ["LABEL forgexec.owner=forged", "ENV FROM_IMAGE=yes"];
  for (const image of [
    { root: busybox, name: IMAGE, changes },
    { root: busybox, name: USER_IMAGE, changes: ["USER 4321:4322", "ENV PYTHONUNBUFFERED=0"] },
    { root: busybox, name: OTHER_USER_IMAGE, changes: ["USER 77:78"] },
    { root: bare, name: BARE_IMAGE, changes: [] },
  ])
    importImage(folder, image, call);
  return busybox;
}

export function importImage(
  folder: string,
  { root, name, changes }: ImportedImage,
  call: (...args: readonly string[]) => unknown,
): void {
  const archive = join(folder, "image.tar");
  execFileSync("tar", ["-C", root, "-cf", archive, "."]);
  call("import", ...changes.flatMap((change) => ["--change", change]), archive, name);
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
