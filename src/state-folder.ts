import { accessSync, constants, lstatSync, mkdirSync, statSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { dirname, isAbsolute, join } from "node:path";

/**
 * A folder of this user's for what sandboxes have to know of each other, which nobody else can write to: in the home, by the user database
 * whatever HOME says, which sandboxes hide. null: this user has none.
 */
export function homeStateFolder(name: string): string | null {
  const home = homeOf(process.geteuid?.() ?? -1);
  return home === null ? null : join(home, ".local/state/forgexec", name);
}

const homes = new Map<number, string | null>();

/** Looked up once: sandboxes ask for each command. */
function homeOf(uid: number): string | null {
  const known = homes.get(uid);
  if (known !== undefined) return known;
  const home = lookUpHome();
  homes.set(uid, home);
  return home;
}

function lookUpHome(): string | null {
  try {
    return userInfo().homedir;
  } catch {
    return null;
  }
}

/**
 * Where what is told to later runs lies: where XDG_STATE_HOME says, by the XDG Base Directory Specification, else as `hiddenStateFolder`.
 * A command in a sandbox may write there where that is in what the sandbox shows.
 */
export function stateFolder(name: string): string {
  const { XDG_STATE_HOME: state = "" } = process.env;
  const named = isAbsolute(state) ? join(state, "forgexec", name) : null;
  return named !== null && isUsable(named) ? named : hiddenStateFolder(name);
}

/** The same where no sandbox shows it: in the home, else, for those without one, where temporary files lie. */
export function hiddenStateFolder(name: string): string {
  const inHome = homeStateFolder(name);
  return inHome !== null && isUsable(inHome) ? inHome : join(temporaryState(), name);
}

/** The one of these that bubblewrap has to hide by itself, made where it is missing; null: it lies in the home. */
export function homelessState(): string | null {
  const inHome = homeStateFolder("");
  return inHome !== null && isUsable(inHome) ? null : makeStateFolder(temporaryState());
}

function temporaryState(): string {
  return join(tmpdir(), `forgexec-state-${process.geteuid?.() ?? ""}`);
}

/** Whether a folder is there, or can be made, and this user can write to it. */
function isUsable(folder: string): boolean {
  try {
    if (!statSync(folder).isDirectory()) return false;
    accessSync(folder, constants.W_OK);
    return true;
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    return isMissing && dirname(folder) !== folder && isUsable(dirname(folder));
  }
}

/** Makes such a folder where it is missing. null: it cannot be made or written to, or somebody else can write to it as well. */
export function makeStateFolder(folder: string | null): string | null {
  try {
    if (folder === null) return null;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    return isOwnFolder(folder) ? folder : null;
  } catch {
    return null;
  }
}

/** Whether this user alone has a say in what is in a folder: what lies where temporary files do, anybody may have put there. */
export function isOwnFolder(folder: string): boolean {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return false;
  return stats.uid === process.geteuid?.() && (stats.mode & 0o022) === 0;
}
