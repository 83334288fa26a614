import type { Folder } from "./folder.js";
import { readIni } from "./ini.js";
import { distributions, listDistributions } from "./names.js";
import type { PyProject } from "./pyproject.js";

export interface Tox {
  readonly file: string;
  readonly deps: readonly string[];
  /** The distributions that those name. */
  readonly names: readonly string[];
  /** Dependency groups of the base environment. */
  readonly groups: readonly string[];
}

/** What tox is told, in any of its files; null: there is none. */
export function lookAtTox(folder: Folder, pyproject: PyProject | null): Tox | null {
  for (const { file, section } of [
    { file: "tox.ini", section: "tox" },
    { file: "setup.cfg", section: "tox:tox" },
  ]) {
    const ini = readIni(folder, file);
    if (ini?.[section] === undefined && (file !== "tox.ini" || ini?.testenv === undefined)) continue;
    const deps = requirementsOf(ini?.testenv?.deps ?? "");
    return {
      file,
      deps,
      names: deps.flatMap((dep) =>
        dep.startsWith("-r ") ? distributions(folder, dep.slice(3)) : listDistributions([dep]),
      ),
      groups: (ini?.testenv?.dependency_groups ?? "").split(/[,\s]+/).filter((name) => /^[\w.-]+$/.test(name)),
    };
  }
  return pyproject?.hasTox ? { file: "pyproject.toml", deps: [], names: [], groups: pyproject.toxGroups } : null;
}

/** The lines of tox's `deps` that pip takes too; those such as `coverage: …` are for some of its environments only. */
function requirementsOf(deps: string): string[] {
  return deps
    .split("\n")
    .map((line) =>
      line
        .trim()
        .replace(/\{(toxinidir|tox_root)\}[/\\]?/g, "")
        .replace(/^-r\s*/, "-r "),
    )
    .filter((line) => line !== "" && !/^[\w{},.!-]+\s*:(?!\/)/.test(line) && !line.includes("{"));
}
