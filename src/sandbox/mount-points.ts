import { lstatSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { printable } from "../printable.js";
import { refuse } from "./refuse.js";

/**
 * Folders and files of this machine that something is mounted on. What holds the sandbox open makes those that are missing, and removes
 * them when no other sandbox uses them any more.
 */
export class MountPoints {
  readonly #needed = new Map<string, "folder" | "file">();

  need(path: string, type: "folder" | "file"): void {
    this.#needed.set(path, type);
  }

  /** Each as `d` or `f` and its path. */
  get words(): readonly string[] {
    return [...this.#needed].map(([path, type]) => `${type === "folder" ? "d" : "f"}${path}`);
  }

  /** Whether all are there, and none of them may have been made for some other sandbox, with which it would go. */
  get areLasting(): boolean {
    return this.#areThere && isEmpty(madeFolder());
  }

  /** Where what is made is written down, for whoever has to remove it; null: there is no such place. */
  get record(): string | null {
    const folder = madeFolder();
    return folder === null || this.#areThere ? folder : ownFolder(folder);
  }

  get #areThere(): boolean {
    return [...this.#needed.keys()].every(exists);
  }
}

/** In the home, which sandboxes hide: what is inside is not to have a say in what is removed outside. null: this user has none. */
function madeFolder(): string | null {
  try {
    return join(userInfo().homedir, ".local/state/forgexec/mount-points");
  } catch {
    return null;
  }
}

function ownFolder(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return lstatSync(folder).uid === process.geteuid?.() ? folder : null;
  } catch {
    return null;
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
