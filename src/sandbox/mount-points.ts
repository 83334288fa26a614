import { lstatSync, readdirSync, statSync } from "node:fs";
import { systemError } from "../command/index.js";
import { printable } from "../printable.js";
import { homeStateFolder, makeStateFolder } from "../state-folder.js";
import { refuse } from "./refuse.js";

const RECORDS = "mount-points";

/** What a mount point is: what is mounted there is the same. */
type PointType = "folder" | "file";

/**
 * Folders and files of this machine that something is mounted on. What holds the sandbox open makes those that are missing, and removes
 * them when no other sandbox uses them any more.
 */
export class MountPoints {
  readonly #needed = new Map<string, PointType>();

  /** @throws CommandError "mount" where a file is in a folder's place, or a folder in a file's: not every bwrap says so with the system's error */
  need(path: string, type: PointType): void {
    const found = typeIfThere(path);
    if (found !== null && found !== type)
      throw refuse("mount", `a ${type} cannot be mounted on ${printable(path)}: it is a ${found}`, {
        cause: systemError(type === "folder" ? "ENOTDIR" : "EISDIR", { syscall: "mount", path }),
      });
    this.#needed.set(path, type);
  }

  /** Each as `d` or `f` and its path. */
  get words(): readonly string[] {
    return [...this.#needed].map(([path, type]) => `${type === "folder" ? "d" : "f"}${path}`);
  }

  /** Whether all are there, and none of them may have been made for some other sandbox, with which it would go. */
  get areLasting(): boolean {
    return this.#areThere && isEmpty(homeStateFolder(RECORDS));
  }

  /** Where what is made is written down, for whoever has to remove it; null: there is no such place. */
  get record(): string | null {
    // What is inside is not to have a say in what is removed outside: sandboxes hide that folder.
    return this.#areThere ? homeStateFolder(RECORDS) : makeStateFolder(homeStateFolder(RECORDS));
  }

  get #areThere(): boolean {
    return [...this.#needed.keys()].every(exists);
  }
}

function isEmpty(folder: string | null): boolean {
  try {
    return folder === null || readdirSync(folder).length === 0;
  } catch {
    return true;
  }
}

/** What a source needs to be mounted on. */
export function mountPointType(source: string): PointType {
  try {
    return typeOf(source);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw refuse("mount", `${printable(source)} cannot be mounted: it is not there, or not to be seen (${code})`, {
      cause,
    });
  }
}

function typeOf(path: string): PointType {
  return statSync(path).isDirectory() ? "folder" : "file";
}

/** null: it is not there, or not to be seen. */
function typeIfThere(path: string): PointType | null {
  try {
    return typeOf(path);
  } catch {
    return null;
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
