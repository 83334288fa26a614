import type { Folder } from "./folder.js";
import { readIni } from "./ini.js";
import type { PyProject } from "./pyproject.js";

export interface Linter {
  readonly name: "ruff" | "flake8" | "mypy";
  /** Where it is configured. */
  readonly file: string;
  readonly command: string;
}

/** The linters that the project configures. */
export function lookAtLinters(folder: Folder, pyproject: PyProject | null): Linter[] {
  const linters: Linter[] = [];
  const ruff =
    ["ruff.toml", ".ruff.toml"].find((file) => folder.has(file)) ?? (pyproject?.hasRuff ? "pyproject.toml" : undefined);
  // A configuration may say `fix = true`; a build must not change the sources.
  if (ruff !== undefined) linters.push({ name: "ruff", file: ruff, command: "ruff check --no-fix ." });
  const flake8 = [".flake8", "setup.cfg", "tox.ini"].find((file) => readIni(folder, file)?.flake8 !== undefined);
  if (flake8 !== undefined)
    linters.push({ name: "flake8", file: flake8, command: `flake8 ${sources(folder, pyproject)}` });
  const mypy = lookAtMypy(folder, pyproject);
  if (mypy !== null) linters.push({ ...mypy, name: "mypy" });
  return linters;
}

function lookAtMypy(folder: Folder, pyproject: PyProject | null): { file: string; command: string } | null {
  for (const file of ["mypy.ini", ".mypy.ini", "setup.cfg"]) {
    const section = readIni(folder, file)?.mypy;
    if (section === undefined) continue;
    const targeted = section.files ?? section.packages ?? section.modules;
    return { file, command: targeted === undefined ? `mypy ${sources(folder, pyproject)}` : "mypy" };
  }
  if (pyproject?.mypy === undefined) return null;
  return { file: "pyproject.toml", command: pyproject.mypy.targeted ? "mypy" : `mypy ${sources(folder, pyproject)}` };
}

/** Where the project's own code is. */
function sources(folder: Folder, pyproject: PyProject | null): string {
  const module = pyproject?.name?.replace(/[-.]/g, "_");
  const candidates = ["src", module, module?.toLowerCase()];
  return candidates.find((name) => name !== undefined && folder.hasFolder(name)) ?? ".";
}
