import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute } from "node:path";
import { parentEnvironment } from "../command/index.js";

/** Where systems have programs of their own. */
const SYSTEM = ["/usr/bin", "/bin", "/usr/local/bin"];

/** Where programs were found, by name and PATH. */
const remembered = new Map<string, string>();

/**
 * The program that PATH names first, by default this process's, whether it works or not; where there is no PATH, the system's. As in a shell
 * it is looked for anew when PATH has changed or it is gone. Entries that are empty or relative do not count: they would lead into a
 * project's folder.
 */
export function findOnPath(name: string, path = parentEnvironment().PATH): string | null {
  const key = `${name}:${path}`;
  const known = remembered.get(key);
  if (known !== undefined && isProgram(known)) return known;
  const found = findIn(path === undefined ? SYSTEM : path.split(delimiter), name);
  if (found !== null) remembered.set(key, found);
  return found;
}

/** A program of the system's own, whatever PATH says: one that a user has put there might be writable from inside. */
export function findSystemProgram(name: string): string | null {
  return findIn(SYSTEM, name);
}

/** The same; where the system has none, PATH's. */
export function findHelperProgram(name: string): string | null {
  return findSystemProgram(name) ?? findOnPath(name);
}

function findIn(folders: readonly string[], name: string): string | null {
  const paths = folders.filter((folder) => isAbsolute(folder)).map((folder) => `${folder}/${name}`);
  return paths.find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
