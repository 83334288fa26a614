import type { Folder } from "./folder.js";
import { readIni } from "./ini.js";
import { type Linter, lookAtLinters } from "./linters.js";
import { distributions, listDistributions } from "./names.js";
import { type PyProject, readPyProject } from "./pyproject.js";
import { findSessions } from "./sessions.js";
import { lookAtTox, type Tox } from "./tox.js";

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
