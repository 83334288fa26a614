import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "@jest/globals";
import { sandboxesWork } from "./machine.js";

/** A folder for a file's tests, with a root file system in it: busybox under all its names, and a folder of data. */
export function useRootFolder(): { readonly scratch: string; readonly root: string } {
  // On many machines /tmp is a file system without devices.
  const scratch = join(process.platform === "linux" ? "/var/tmp" : tmpdir(), `forgexec-sandbox-${randomUUID()}`);
  const root = join(scratch, "root");
  // Not before: where every test of a file is left out, nothing would remove it.
  beforeAll(() => {
    mkdirSync(scratch, { mode: 0o700 });
    if (sandboxesWork) fill(root);
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  return { scratch, root };
}

function fill(root: string): void {
  mkdirSync(join(root, "bin"), { recursive: true });
  copyFileSync("/bin/busybox", join(root, "bin/busybox"));
  for (const name of execFileSync("/bin/busybox", ["--list"], { encoding: "utf8" }).trim().split("\n")) {
    if (name !== "busybox") symlinkSync("busybox", join(root, "bin", name));
  }
  mkdirSync(join(root, "dev"));
  // A shell starts what is in the background with it. All but chroot have a /dev of their own.
  if (process.geteuid?.() === 0) execFileSync("mknod", ["-m", "666", join(root, "dev/null"), "c", "1", "3"]);
  mkdirSync(join(root, "data/1"), { recursive: true });
  writeFileSync(join(root, "data/canary"), "untouched\n");
}
