import type { Folder } from "./folder.js";
import { readIni } from "./ini.js";
import { distributions, listDistributions } from "./names.js";
import { type PyProject, readPyProject } from "./pyproject.js";
import { findSessions } from "./sessions.js";

/** What a project's files tell about how it is installed, checked and tested. */
export interface Project {
  readonly pyproject: PyProject | null;
  /** pip can install the folder itself. */
  readonly installable: boolean;
  /** The build backend's usual name; null: nothing to build. */
  readonly backend: string | null;
  /** Extras and what they ask for. */
  readonly extras: ReadonlyMap<string, readonly string[]>;
  /** Requirement files, in order of how much they are about testing. */
  readonly requirementFiles: readonly { readonly file: string; readonly names: readonly string[] }[];
  /** Requirements of tox's base environment, as pip takes them; null: no tox. */
  readonly tox: Tox | null;
  /** Sessions of the noxfile; null: no nox. */
  readonly nox: readonly string[] | null;
  readonly pytest: { readonly file: string; readonly addopts: string } | null;
  /** A file with tests in it; null: none was found. */
  readonly testFile: string | null;
  readonly django: boolean;
  readonly linters: readonly Linter[];
  /** The lock files that were found. */
  readonly locks: ReadonlySet<"uv.lock" | "poetry.lock" | "pdm.lock">;
  readonly pythonVersionFile: boolean;
}

export interface Tox {
  readonly file: string;
  readonly deps: readonly string[];
  /** The distributions that those name. */
  readonly names: readonly string[];
  /** Dependency groups of the base environment. */
  readonly groups: readonly string[];
}

export interface Linter {
  readonly name: "ruff" | "flake8" | "mypy";
  /** Where it is configured. */
  readonly file: string;
  readonly command: string;
}

const REQUIREMENT_FILES = ["test", "tests", "testing", "dev", "develop"].flatMap((use) => [
  `requirements-${use}.txt`,
  `requirements_${use}.txt`,
  `${use}-requirements.txt`,
  `requirements/${use}.txt`,
]);

const TEST_FILE = /^(test_.*|.*_test|tests)\.py$/;

/** Looks at the files of a Python project. Never runs any of it. @throws UsageError for a file that cannot be read */
export function lookAtProject(folder: Folder): Project {
  const pyproject = readPyProject(folder);
  const setupCfg = readIni(folder, "setup.cfg");
  const hasSetupPy = folder.has("setup.py");
  const declared = pyproject?.installable ?? false;
  const installable =
    pyproject?.noPackage !== true && (declared || hasSetupPy || setupCfg?.metadata?.name !== undefined);
  const extras = new Map(pyproject?.extras);
  for (const [name, text] of Object.entries(setupCfg?.["options.extras_require"] ?? {})) {
    if (!extras.has(name)) extras.set(name, listDistributions(text.split(/[\n;]/)));
  }
  return {
    pyproject,
    installable,
    backend: installable ? (pyproject?.backend ?? "setuptools") : null,
    extras,
    requirementFiles: [...REQUIREMENT_FILES, "tests/requirements.txt", "requirements.txt"]
      .filter((file) => folder.has(file))
      .map((file) => ({ file, names: distributions(folder, file) })),
    tox: lookAtTox(folder, pyproject),
    nox: folder.has("noxfile.py") ? findSessions(folder.read("noxfile.py")) : null,
    pytest: lookAtPytest(folder, pyproject),
    testFile: folder.find(TEST_FILE),
    django: folder.has("manage.py"),
    linters: lookAtLinters(folder, pyproject),
    locks: new Set((["uv.lock", "poetry.lock", "pdm.lock"] as const).filter((file) => folder.has(file))),
    pythonVersionFile: folder.has(".python-version"),
  };
}

function lookAtTox(folder: Folder, pyproject: PyProject | null): Project["tox"] {
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

function lookAtPytest(folder: Folder, pyproject: PyProject | null): Project["pytest"] {
  if (pyproject?.pytestAddopts !== undefined) return { file: "pyproject.toml", addopts: pyproject.pytestAddopts };
  for (const [file, section] of [
    ["pytest.ini", "pytest"],
    ["tox.ini", "pytest"],
    ["setup.cfg", "tool:pytest"],
  ] as const) {
    const found = readIni(folder, file)?.[section];
    if (found !== undefined) return { file, addopts: found.addopts ?? "" };
  }
  return folder.has("conftest.py") ? { file: "conftest.py", addopts: "" } : null;
}

function lookAtLinters(folder: Folder, pyproject: PyProject | null): Linter[] {
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

/** Whether anything of a Python project was found. */
export function isProject(project: Project): boolean {
  const { pyproject, installable, requirementFiles, tox, nox, pytest, testFile, django } = project;
  return (
    pyproject !== null ||
    installable ||
    requirementFiles.length > 0 ||
    tox !== null ||
    nox !== null ||
    pytest !== null ||
    testFile !== null ||
    django
  );
}
