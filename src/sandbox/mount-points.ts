import { closeSync, lstatSync, mkdirSync, openSync, rmdirSync, statSync, unlinkSync } from "node:fs";
import { dirname } from "node:path";
import { printable } from "../printable.js";
import { refuse } from "./refuse.js";

/** Folders and files that were made so that something can be mounted on them. */
export class MountPoints {
  readonly #made: { readonly path: string; readonly type: "folder" | "file" }[] = [];

  /** Makes what is missing of a mount point. @throws CommandError "mount". */
  make(path: string, type: "folder" | "file"): void {
    if (exists(path)) return;
    try {
      this.#folders(dirname(path));
      if (type === "folder") mkdirSync(path);
      else closeSync(openSync(path, "wx", 0o644));
      this.#made.push({ path, type });
    } catch (cause) {
      this.remove();
      const { code } = cause as NodeJS.ErrnoException;
      throw refuse("mount", `the mount point ${path} is not there and cannot be made (${code})`, { cause });
    }
  }

  /** What was made, in the order in which it is to be removed: `d` or `f` and the path. */
  get toBeRemoved(): readonly string[] {
    return this.#made.map(({ path, type }) => `${type === "folder" ? "d" : "f"}${path}`).reverse();
  }

  #folders(path: string): void {
    if (exists(path)) return;
    this.#folders(dirname(path));
    mkdirSync(path);
    this.#made.push({ path, type: "folder" });
  }

  /** Removes them, the last first; what has something in it by now stays. */
  remove(): void {
    for (const { path, type } of this.#made.splice(0).reverse()) {
      try {
        if (type === "folder") rmdirSync(path);
        else if (statSync(path).size === 0) unlinkSync(path);
      } catch {
        // It is used.
      }
    }
  }
}

/** What a source needs to be mounted on. */
export function mountPointType(source: string): "folder" | "file" {
  try {
    return statSync(source).isDirectory() ? "folder" : "file";
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw refuse("mount", `${printable(source)} cannot be mounted: it is not there, or not to be seen (${code})`, {
      cause,
    });
  }
}

function exists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
