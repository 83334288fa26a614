import { accessSync, constants, lstatSync, mkdirSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";

/**
 * A folder of this user's for what sandboxes have to know of each other, which nobody else can write to: in the home, by the user database
 * whatever HOME says, which sandboxes hide. null: this user has none.
 */
export function stateFolder(name: string): string | null {
  try {
    return join(userInfo().homedir, ".local/state/forgexec", name);
  } catch {
    return null;
  }
}

/** The same, made where it is missing. null: it cannot be made or written to, or is somebody else's. */
export function makeStateFolder(name: string): string | null {
  const folder = stateFolder(name);
  try {
    if (folder === null) return null;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    return lstatSync(folder).uid === process.geteuid?.() ? folder : null;
  } catch {
    return null;
  }
}
