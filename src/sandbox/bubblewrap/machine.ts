import { readFileSync, realpathSync } from "node:fs";
import { userInfo } from "node:os";
import { parentEnvironment } from "../../command/index.js";
import { homelessState, stateFolder } from "../../state-folder.js";
import { findOnPath } from "../programs.js";

/** What bubblewrap depends on; a test hands in another machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly uid: number;
  /** The user's home folders: what HOME says, and what the user's entries say. */
  readonly homes: readonly string[];
  /** Folders outside of the homes in which forgexec keeps what later runs go by. */
  readonly states: readonly string[];
  /** A file's text; null where it cannot be read. */
  readonly read: (path: string) => string | null;
  /** Where bwrap is; null: not on PATH. */
  readonly bwrap: () => string | null;
}

/** This one. A process may become another user (seteuid(2)); what does not change while it is one is looked for once. */
export function thisMachine(): Machine {
  const entries = new Map<number, readonly string[]>();
  return {
    platform: process.platform,
    get uid() {
      return process.geteuid?.() ?? -1;
    },
    get homes() {
      const known = entries.get(this.uid) ?? entryHomes(this.uid);
      entries.set(this.uid, known);
      return findHomes(known);
    },
    get states() {
      return [homelessState(), stateFolder("")].flatMap((path) => (path === null ? [] : (real(path) ?? [])));
    },
    read,
    bwrap: () => findOnPath("bwrap"),
  };
}

function findHomes(entries: readonly string[]): readonly string[] {
  const named = [parentEnvironment().HOME, ...entries];
  const homes = named.flatMap((home) => (home?.startsWith("/") ? [real(home)] : []));
  return [...new Set(homes)].filter((home): home is string => home !== null && home !== "/");
}

/** Of passwd(5), and of all that the system asks for users, such as a directory service, by whichever is asked first (nsswitch.conf(5)). */
function entryHomes(uid: number): readonly string[] {
  const entry = read("/etc/passwd")
    ?.split("\n")
    .find((line) => line.split(":")[2] === String(uid));
  return [entry?.split(":")[5] ?? [], lookedUpHome() ?? []].flat();
}

function lookedUpHome(): string | null {
  try {
    return userInfo().homedir;
  } catch {
    return null;
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function real(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
