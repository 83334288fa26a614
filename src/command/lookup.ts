import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, resolve } from "node:path";
import { parentEnvironment } from "./environment.js";

/** Where the program is, or why it cannot be run. */
export type Lookup =
  | { readonly type: "found"; readonly path: string }
  | { readonly type: "not-found" }
  | { readonly type: "not-executable"; readonly path: string };

type Look = "found" | "missing" | "not-executable";

function look(path: string): Look {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isDirectory() ? "not-executable" : "found";
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === "EACCES" || code === "EPERM" ? "not-executable" : "missing";
  }
}

/**
 * Finds a program as execvp(3) does: a name without a slash on the child's PATH if it sets one, else on the parent's;
 * a relative name or PATH entry is taken from the child's working directory.
 */
export function lookUp(
  program: string,
  options: { readonly environment: ReadonlyMap<string, string> | null; readonly cwd: string | null },
): Lookup {
  const base = options.cwd ?? ".";
  if (program.includes("/")) {
    const path = isAbsolute(program) ? program : resolve(base, program);
    const seen = look(path);
    if (seen === "missing") return { type: "not-found" };
    return { type: seen, path };
  }
  const path = options.environment?.get("PATH") ?? parentEnvironment().PATH ?? "/usr/bin:/bin";
  let refused: string | null = null;
  for (const entry of path.split(delimiter)) {
    const candidate = isAbsolute(entry) ? `${entry}/${program}` : resolve(base, entry, program);
    const seen = look(candidate);
    if (seen === "found") return { type: "found", path: candidate };
    if (seen === "not-executable" && !isDirectory(candidate)) refused ??= candidate;
  }
  return refused === null ? { type: "not-found" } : { type: "not-executable", path: refused };
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
