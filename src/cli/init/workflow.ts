import type { Folder } from "./folder.js";
import type { Project } from "./project.js";

export interface Workflow {
  readonly text: string;
  readonly reasons: readonly string[];
}

/** The `python3` of GitHub's ubuntu-latest, as the minor version of Python 3. */
const RUNNER_MINOR = 12;

/** A workflow that runs the spec on each push to the default branch and on each pull request. */
export function workflowFor(project: Project, folder: Folder): Workflow {
  const reasons: string[] = [];
  const branch = defaultBranch(folder);
  const checkout = ["      - uses: actions/checkout@v4", "        with:", "          persist-credentials: false"];
  if (project.pyproject?.versionFromGit) {
    checkout.push("          # The version is made from git's tags.", "          fetch-depth: 0");
    reasons.push("The version is made from git's tags: the workflow checks out the whole history.");
  }
  const python = setupPython(project);
  if (python !== null) reasons.push(python.reason);
  const lines = [
    "name: Forge",
    "",
    "on:",
    "  push:",
    `    branches: [${branch}]`,
    "  pull_request:",
    "",
    "permissions:",
    "  contents: read",
    "  statuses: write # one status a phase",
    "",
    "jobs:",
    "  forge:",
    "    runs-on: ubuntu-latest",
    "    steps:",
    ...checkout,
    ...(python?.lines ?? []),
    "      - uses: forgexec/forgexec@v1",
  ];
  return { text: lines.map((line) => `${line}\n`).join(""), reasons };
}

function setupPython({
  pyproject,
  pythonVersionFile,
}: Project): { readonly lines: readonly string[]; readonly reason: string } | null {
  const file = pythonVersionFile
    ? ".python-version"
    : needsNewer(pyproject?.requiresPython ?? null)
      ? "pyproject.toml"
      : null;
  if (file === null) return null;
  return {
    lines: ["      - uses: actions/setup-python@v5", "        with:", `          python-version-file: ${file}`],
    reason: `${file} asks for a version of Python: the workflow sets it up.`,
  };
}

/** Whether the runner's own Python is too old or too new for a `requires-python` (PEP 440). */
function needsNewer(requires: string | null): boolean {
  const minors = (pattern: RegExp) => [...(requires ?? "").matchAll(pattern)].map((match) => Number(match[1]));
  const tooOld = minors(/(?:>=|~=|\^|==)\s*3\.(\d+)/g).some((minor) => minor > RUNNER_MINOR);
  const tooNew = minors(/<\s*3\.(\d+)/g).some((minor) => minor <= RUNNER_MINOR);
  return tooOld || tooNew;
}

/** The branch that the remote calls its own, as far as the clone knows. */
function defaultBranch(folder: Folder): string {
  for (const file of [".git/refs/remotes/origin/HEAD", ".git/HEAD"]) {
    if (!folder.has(file)) continue;
    const name = /^ref: refs\/(?:heads|remotes\/origin)\/([\w./-]+)\s*$/.exec(folder.read(file))?.[1];
    if (name !== undefined && (file !== ".git/HEAD" || name === "main" || name === "master")) return name;
  }
  return "main";
}
