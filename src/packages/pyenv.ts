import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { matchesVersion, newestFirst, versionParts } from "./version-request.js";

/** The pyenv root that a shim belongs to; null: not a shim of pyenv. */
export function pyenvRootOf(path: string): string | null {
  const folder = dirname(path);
  if (basename(folder) !== "shims") return null;
  const root = dirname(folder);
  return list(join(root, "versions")).length > 0 ? root : null;
}

/**
 * The interpreter behind a shim of pyenv, found as pyenv does it: PYENV_VERSION, else `.python-version` from the
 * project upwards, else the root's `version`. Asking the shim would cost 70 ms. Null: the shim has nothing to run.
 */
export function behindShim(
  shim: string,
  root: string,
  where: { readonly environment: Readonly<Record<string, string>>; readonly directory: string | undefined },
): string | null {
  const chosen = selection(root, where.environment, where.directory);
  const installed = list(join(root, "versions"));
  for (const name of chosen) {
    const parts = versionParts(name);
    const exact = installed.includes(name) ? name : undefined;
    const version = exact ?? (parts && installed.sort(newestFirst).find((each) => matchesVersion(each, parts)));
    if (version) return join(root, "versions", version, "bin", basename(shim));
  }
  return null;
}

function selection(
  root: string,
  environment: Readonly<Record<string, string>>,
  directory: string | undefined,
): readonly string[] {
  if (environment.PYENV_VERSION) return names(environment.PYENV_VERSION);
  for (let folder = directory; folder !== undefined; ) {
    const text = read(join(folder, ".python-version"));
    if (text !== null) return names(text);
    const parent = dirname(folder);
    folder = parent === folder ? undefined : parent;
  }
  return names(read(join(root, "version")) ?? "");
}

function names(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/#.*/, ""))
    .flatMap((line) => line.split(/[\s:]+/))
    .filter((name) => /^[\w.+-]+$/.test(name) && !name.startsWith("."));
}

function read(path: string): string | null {
  try {
    // What is no file may never end.
    return statSync(path).isFile() ? readFileSync(path, "utf8") : null;
  } catch {
    return null;
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
