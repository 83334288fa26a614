import { quoteWord } from "../../spec/index.js";
import type { DraftStep, Installing } from "./model.js";
import type { Project } from "./project.js";
import type { ToolGroup } from "./pyproject.js";
import { pickForTests } from "./use.js";

/** The first pip that knows dependency groups. */
const PIP_WITH_GROUPS = "pip>=25.1";

/** Installing with nothing but pip: the project itself, and the first source found of what its tests need. */
export function byPip(project: Project): Installing {
  const sources = [
    fromExtra(project),
    fromGroup(project),
    fromTool(project),
    fromFile(project),
    fromTox(project),
  ].filter((one) => one !== null);
  const found = sources.find(({ names }) => names.has("pytest")) ?? sources[0];
  if (found !== undefined) return found;
  return withItself(project, {
    steps: [...plainRequirements(project)],
    reasons: [],
    names: plainNames(project),
    forTests: false,
  });
}

type Source = Omit<Installing, "names"> & { readonly names: readonly string[]; readonly extra?: string };

function withItself(project: Project, source: Source): Installing {
  const { steps, reasons, names, forTests, extra } = source;
  const itself = `pip install -e .${extra === undefined ? "" : `[${extra}]`}`;
  return {
    steps: project.installable ? [{ command: itself }, ...steps] : steps,
    reasons: [
      ...(project.installable ? [`The project is a package (${project.backend}): pip installs it in place.`] : []),
      ...reasons,
    ],
    names: new Set(names),
    forTests,
  };
}

function fromExtra(project: Project): Installing | null {
  const extra = project.installable ? pickForTests(project.extras) : null;
  if (extra === null) return null;
  const reasons = [`What its tests need is the extra "${extra}".`];
  return withItself(project, { extra, steps: [], reasons, names: project.extras.get(extra) ?? [], forTests: true });
}

function fromGroup(project: Project): Installing | null {
  const groups = project.pyproject?.groups ?? new Map<string, readonly string[]>();
  const group = pickForTests(groups) ?? project.tox?.groups.find((name) => groups.has(name));
  if (group === undefined) return null;
  const steps: DraftStep[] = [
    {
      command: `python -m pip install ${quoteWord(PIP_WITH_GROUPS)}`,
      comment: "The first pip that knows dependency groups.",
    },
    { command: `pip install --group ${group}` },
  ];
  const reasons = [`What its tests need is the dependency group "${group}".`];
  return withItself(project, { steps, reasons, names: groups.get(group) ?? [], forTests: true });
}

/** Without a lock file Poetry and PDM would only work out what pip works out as well. */
function fromTool(project: Project): Installing | null {
  const groups = project.pyproject?.toolGroups ?? new Map<string, ToolGroup>();
  const group = pickForTests(new Map([...groups].map(([name, { names }]) => [name, names])));
  const found = group === null ? undefined : groups.get(group);
  if (found === undefined) return null;
  const steps = [
    {
      command: `pip install ${found.requirements.map(quoteWord).join(" ")}`,
      comment: `${found.tool}'s group "${group}".`,
    },
  ];
  const reasons = [`What its tests need is ${found.tool}'s group "${group}".`];
  return withItself(project, { steps, reasons, names: found.names, forTests: true });
}

function fromFile(project: Project): Installing | null {
  const files = project.requirementFiles.filter(({ file }) => file !== "requirements.txt");
  const found = files.find(({ names }) => names.includes("pytest")) ?? files[0];
  if (found === undefined) return null;
  const steps = [...plainRequirements(project), { command: `pip install -r ${found.file}` }];
  const reasons = [`What its tests need is listed in ${found.file}.`];
  return withItself(project, { steps, reasons, names: [...plainNames(project), ...found.names], forTests: true });
}

function fromTox(project: Project): Installing | null {
  const { tox } = project;
  if (tox === null || tox.deps.length === 0) return null;
  const words = tox.deps.flatMap((dep) => (dep.startsWith("-") ? dep.split(/\s+/) : [dep]));
  const steps = [...plainRequirements(project), { command: `pip install ${words.map(quoteWord).join(" ")}` }];
  const reasons = [`What its tests need is listed in ${tox.file}.`];
  return withItself(project, {
    steps,
    reasons,
    names: [...plainNames(project), ...tox.names],
    forTests: true,
  });
}

/** `requirements.txt` is what an application needs; of a package it is the developers' own affair, unless there is nothing else. */
function plainRequirements(project: Project): DraftStep[] {
  return isWanted(project) ? [{ command: "pip install -r requirements.txt" }] : [];
}

function plainNames(project: Project): readonly string[] {
  return isWanted(project)
    ? (project.requirementFiles.find(({ file }) => file === "requirements.txt")?.names ?? [])
    : [];
}

function isWanted(project: Project): boolean {
  const files = project.requirementFiles.map(({ file }) => file);
  return files.includes("requirements.txt") && (!project.installable || files.length === 1);
}
