import { readFileSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { parentEnvironment } from "../../command/index.js";
import { homelessState, stateFolder } from "../../state-folder.js";
import { findOnPath } from "../programs.js";

/** What bubblewrap depends on; a test hands in another machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly uid: number;
  /** The user's home folders: what HOME says, and what the user's entry says. */
  readonly homes: readonly string[];
  /** Folders outside of the homes in which forgexec keeps what later runs go by. */
  readonly states: readonly string[];
  /** A file's text; null where it cannot be read. */
  readonly read: (path: string) => string | null;
  /** Where bwrap is; null: not on PATH. */
  readonly bwrap: () => string | null;
}

/** This one. What does not change while a process runs is looked for once. */
export function thisMachine(): Machine {
  let home: string | undefined;
  return {
    platform: process.platform,
    uid: process.geteuid?.() ?? -1,
    get homes() {
      home ??= userHome();
      return findHomes(home);
    },
    get states() {
      return [homelessState(), stateFolder("")].flatMap((path) => (path === null ? [] : (real(path) ?? [])));
    },
    read,
    bwrap: () => findOnPath("bwrap"),
  };
}

function findHomes(home: string): readonly string[] {
  const named = [parentEnvironment().HOME, home];
  const homes = named.flatMap((home) => (home?.startsWith("/") ? [real(home)] : []));
  return [...new Set(homes)].filter((home): home is string => home !== null && home !== "/");
}

function userHome(): string {
  const entry = read("/etc/passwd")
    ?.split("\n")
    .find((line) => line.split(":")[2] === String(process.geteuid?.() ?? -1));
  return entry?.split(":")[5] ?? homedir();
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
