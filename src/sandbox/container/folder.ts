import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

/** Removes the folders of processes that were killed. */
export function sweepFolders(parent = tmpdir()): void {
  for (const name of abandonedFolders(parent)) removeFolder(join(parent, name));
}

/** Names of the folders of processes that were killed. */
export function abandonedFolders(parent = tmpdir()): readonly string[] {
  const { world, since } = thisProcess();
  return namesIn(parent).filter((name) => {
    const [, pid, start] = NAME.exec(name) ?? [];
    if (pid === undefined) return false;
    const owner = asOwner({ pid: Number(pid), start: start || null, world, since });
    return owner !== null && !isAlive(owner);
  });
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
