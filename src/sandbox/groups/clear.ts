import { readdirSync, readFileSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { isLeftBehind } from "./names.js";
import { ownParents, readCgroupFiles } from "./places.js";
import { asRoot, hasSudo } from "./sudo.js";

/** Removes groups; what still runs in them is killed. */
export function removeFolders(folders: readonly string[]): void {
  for (const folder of folders) {
    try {
      for (const pid of readFileSync(join(folder, "cgroup.procs"), "latin1").split("\n")) {
        if (Number(pid) > 0) process.kill(Number(pid), "SIGKILL");
      }
    } catch {
      // It ended meanwhile.
    }
    try {
      rmdirSync(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EACCES" && hasSudo()) asRoot('rmdir "$1" || true', [folder]);
      // Else what ran in it is still ending: the next run finds it.
    }
  }
}

/** Removes what runs that were killed have left in a folder of groups. */
export function clearLeft(parent: string): void {
  removeFolders(
    namesIn(parent)
      .filter(isLeftBehind)
      .map((name) => join(parent, name)),
  );
}

let isCleared = false;

/** The same of every folder that this user may write to, for a sandbox of whatever limits: when a process makes its first one. */
export function clearAllLeft(): void {
  if (isCleared) return;
  isCleared = true;
  for (const parent of ownParents(readCgroupFiles(() => false))) clearLeft(parent);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // What is not to be seen is not to be cleared either.
    return [];
  }
}
