import { lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { asOwner, isAlive, thisProcess } from "../../owner.js";

const NAME = /^forgexec-container-(\d+)-(\d*)-/;

/**
 * A folder for what a container needs on this machine while it lives: its keeper, and a place for its monitor, which writes into the
 * working directory that it was started in. The name says whose it is.
 */
export function makeFolder(parent = tmpdir()): string {
  const { pid, start } = thisProcess();
  return mkdtempSync(join(parent, `forgexec-container-${pid}-${start ?? ""}-`));
}

/** The name of the container that a folder is for: so what is noted of the one names the other. */
export function containerName(folder: string): string {
  return basename(folder);
}

/** Whether something is called as such folders and their containers are. */
export function isFolderName(name: string): boolean {
  return NAME.test(name);
}

/** A container's folder, and whether the process runs that made it. */
export interface ContainerFolder {
  readonly path: string;
  readonly pid: number;
  readonly state: "live" | "abandoned";
}

/** The folders of this user's containers. */
export function containerFolders(parent = tmpdir()): readonly ContainerFolder[] {
  const { world, since } = thisProcess();
  return namesIn(parent).flatMap((name) => {
    const [, pid, start] = NAME.exec(name) ?? [];
    const path = join(parent, name);
    if (pid === undefined || !isOwn(path)) return [];
    const owner = asOwner({ pid: Number(pid), start: start || null, world, since });
    return owner === null ? [] : [{ path, pid: owner.pid, state: isAlive(owner) ? "live" : "abandoned" }];
  });
}

/** Removes the folders of processes that were killed. */
export function sweepFolders(parent: string): void {
  for (const path of abandonedFolders(parent)) removeFolder(path);
}

/** The folders of this user's containers whose processes were killed. */
export function abandonedFolders(parent = tmpdir()): readonly string[] {
  return containerFolders(parent).flatMap(({ path, state }) => (state === "abandoned" ? [path] : []));
}

/** Anybody can make a folder of such a name where temporary files lie. */
function isOwn(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.uid === process.geteuid?.();
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Removes a folder and what is in it; one that is gone, or another user's, is left. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Another user's.
  }
}
