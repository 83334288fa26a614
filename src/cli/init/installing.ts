import { byPip } from "./by-pip.js";
import type { Installing } from "./model.js";
import type { Project } from "./project.js";
import { pickForTests } from "./use.js";

const INTO = "Into the build's environment.";

/** How a project is installed, with what its tests need. */
export function installing(project: Project): Installing {
  return byUv(project) ?? byPoetry(project) ?? byPdm(project) ?? byPip(project);
}

function byUv(project: Project): Installing | null {
  const { pyproject, locks } = project;
  if (pyproject === null || !locks.has("uv.lock")) return null;
  const group = pickForTests(pyproject.groups);
  const extra = group === null ? pickForTests(project.extras) : null;
  const defaults = pyproject.uvDefaultGroups.filter((name) => pyproject.groups.has(name));
  const groups = group === null || defaults.includes(group) ? defaults : [...defaults, group];
  const added = group === null || defaults.includes(group) ? "" : ` --group ${group}`;
  // Without --python a .python-version would have uv replace the environment with one of another interpreter.
  const sync = `uv sync --active --frozen --inexact --python python${added}${extra === null ? "" : ` --extra ${extra}`}`;
  return {
    steps: [{ command: "pip install uv" }, { command: sync, comment: INTO }],
    reasons: ["uv.lock was found: uv installs what it pins."],
    names: new Set([...groups.flatMap((name) => pyproject.groups.get(name) ?? []), ...namesOf(project, extra)]),
    forTests: true,
  };
}

function byPoetry(project: Project): Installing | null {
  const groups = [...(project.pyproject?.toolGroups ?? [])];
  if (!project.locks.has("poetry.lock")) return null;
  const optional = pickForTests(
    new Map(groups.filter(([, group]) => group.optional).map(([name, group]) => [name, group.names])),
  );
  const extra = pickForTests(project.extras);
  const install = `poetry install --no-interaction${optional === null ? "" : ` --with ${optional}`}${extra === null ? "" : ` --extras ${extra}`}`;
  const installed = groups.filter(([name, group]) => !group.optional || name === optional);
  return {
    steps: [{ command: "pip install poetry" }, { command: install, comment: INTO }],
    reasons: ["poetry.lock was found: Poetry installs what it pins."],
    names: new Set([...installed.flatMap(([, group]) => group.names), ...namesOf(project, extra)]),
    forTests: true,
  };
}

function byPdm(project: Project): Installing | null {
  if (!project.locks.has("pdm.lock")) return null;
  const extra = pickForTests(project.extras);
  const own = [...(project.pyproject?.toolGroups.values() ?? [])].flatMap(({ names }) => names);
  const groups = [...(project.pyproject?.groups.values() ?? [])].flat();
  const install = `pdm install --dev --frozen-lockfile${extra === null ? "" : ` --group ${extra}`}`;
  return {
    steps: [{ command: "pip install pdm" }, { command: install, comment: INTO }],
    reasons: ["pdm.lock was found: PDM installs what it pins."],
    names: new Set([...own, ...groups, ...namesOf(project, extra)]),
    forTests: true,
  };
}

function namesOf(project: Project, extra: string | null): readonly string[] {
  return extra === null ? [] : (project.extras.get(extra) ?? []);
}
