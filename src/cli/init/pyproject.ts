import { parse } from "smol-toml";
import { UsageError } from "../../errors.js";
import type { Folder } from "./folder.js";
import { distributionOf, listDistributions } from "./names.js";
import { requirementOf } from "./poetry.js";

/** What `pyproject.toml` tells; see the packaging user guide's specification of it, and PEP 735. */
export interface PyProject {
  readonly name: string | null;
  /** It says how to build the project, or what the project is. */
  readonly installable: boolean;
  /** It says that the folder is no package. */
  readonly noPackage: boolean;
  readonly backend: string | null;
  /** The version comes from git's tags. */
  readonly versionFromGit: boolean;
  readonly requiresPython: string | null;
  readonly extras: ReadonlyMap<string, readonly string[]>;
  /** Dependency groups (PEP 735), included ones resolved. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** Groups that uv installs unless told otherwise. */
  readonly uvDefaultGroups: readonly string[];
  /** Groups in the table of Poetry or PDM itself. */
  readonly toolGroups: ReadonlyMap<string, ToolGroup>;
  readonly hasTox: boolean;
  readonly toxGroups: readonly string[];
  readonly hasRuff: boolean;
  readonly mypy?: { readonly targeted: boolean };
  /** Set where pytest is configured. */
  readonly pytestAddopts?: string;
}

export interface ToolGroup {
  readonly tool: "Poetry" | "PDM";
  /** As pip takes them. */
  readonly requirements: readonly string[];
  readonly names: readonly string[];
  readonly optional: boolean;
}

type Table = Readonly<Record<string, unknown>>;

const BACKENDS: readonly (readonly [string, string])[] = [
  ["setuptools", "setuptools"],
  ["hatchling", "hatchling"],
  ["flit", "flit"],
  ["poetry", "poetry"],
  ["pdm", "pdm"],
];

const GIT_VERSIONS = [
  "setuptools-scm",
  "hatch-vcs",
  "versioningit",
  "poetry-dynamic-versioning",
  "setuptools-git-versioning",
  "versioneer",
  "dunamai",
  "vcs-versioning",
];

/** Null: there is none. @throws UsageError for a file that is no TOML */
export function readPyProject(folder: Folder): PyProject | null {
  if (!folder.has("pyproject.toml")) return null;
  const root = parseToml(folder);
  const project = table(root.project);
  const buildSystem = table(root["build-system"]);
  const tool = table(root.tool);
  const poetry = table(tool.poetry);
  const pdm = table(tool.pdm);
  const groups = groupsOf(table(root["dependency-groups"]));
  const backend = text(buildSystem["build-backend"]);
  const mypy = tool.mypy === undefined ? undefined : table(tool.mypy);
  const pytest = tool.pytest === undefined ? undefined : table(tool.pytest);
  const tox = table(tool.tox);
  const requires = listDistributions(texts(buildSystem.requires));
  return {
    name: text(project.name) ?? text(poetry.name),
    installable: root.project !== undefined || root["build-system"] !== undefined,
    noPackage: poetry["package-mode"] === false || table(tool.uv).package === false || pdm.distribution === false,
    backend: BACKENDS.find(([part]) => backend?.includes(part))?.[1] ?? backend,
    versionFromGit: requires.some((name) => GIT_VERSIONS.includes(name)) || table(pdm.version).source === "scm",
    requiresPython: text(project["requires-python"]) ?? text(table(poetry.dependencies).python),
    extras: listsOf(table(project["optional-dependencies"])),
    groups,
    uvDefaultGroups: table(tool.uv)["default-groups"] === "all" ? [...groups.keys()] : uvDefaults(table(tool.uv)),
    toolGroups: new Map([...poetryGroupsOf(poetry), ...pdmGroupsOf(table(pdm["dev-dependencies"]))]),
    hasTox: tool.tox !== undefined,
    toxGroups: texts(table(tox.env_run_base).dependency_groups),
    hasRuff: tool.ruff !== undefined,
    ...(mypy === undefined
      ? {}
      : { mypy: { targeted: mypy.files !== undefined || mypy.packages !== undefined || mypy.modules !== undefined } }),
    ...(pytest === undefined ? {} : { pytestAddopts: addoptsOf(pytest) }),
  };
}

function parseToml(folder: Folder): Table {
  try {
    return parse(folder.read("pyproject.toml"));
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const why = (cause as Error).message.split("\n")[0];
    throw new UsageError(
      "invalid-pyproject",
      `pyproject.toml cannot be read as TOML: ${why}. Put it right first: pip could not install the project either.`,
      { cause },
    );
  }
}

function groupsOf(groups: Table): Map<string, string[]> {
  const expand = (name: string, seen: readonly string[]): string[] => {
    const entries = seen.includes(name) ? [] : groups[name];
    return (Array.isArray(entries) ? entries : []).flatMap((entry: unknown) => {
      if (typeof entry === "string") return distributionOf(entry) ?? [];
      const included = text(table(entry)["include-group"]);
      return included === null ? [] : expand(included, [...seen, name]);
    });
  };
  return new Map(Object.keys(groups).map((name) => [name, expand(name, [])]));
}

function uvDefaults(uv: Table): string[] {
  return uv["default-groups"] === undefined ? ["dev"] : texts(uv["default-groups"]);
}

function poetryGroupsOf(poetry: Table): Map<string, ToolGroup> {
  const groups = new Map<string, ToolGroup>();
  const add = (name: string, dependencies: Table, optional = false): void => {
    const requirements = Object.entries(dependencies)
      .map(([distribution, constraint]) => requirementOf(distribution, constraint))
      .filter((requirement) => requirement !== null);
    if (requirements.length > 0)
      groups.set(name, { tool: "Poetry", requirements, names: listDistributions(requirements), optional });
  };
  add("dev", table(poetry["dev-dependencies"]));
  for (const [name, value] of Object.entries(table(poetry.group))) {
    const group = table(value);
    add(name, table(group.dependencies), group.optional === true);
  }
  return groups;
}

function pdmGroupsOf(groups: Table): Map<string, ToolGroup> {
  return new Map(
    Object.entries(groups).map(([name, list]) => {
      // An editable entry is a path of the developer's own.
      const requirements = texts(list).filter((requirement) => !requirement.startsWith("-"));
      return [name, { tool: "PDM", requirements, names: listDistributions(requirements), optional: false }];
    }),
  );
}

function addoptsOf(pytest: Table): string {
  const addopts = table(pytest.ini_options).addopts ?? pytest.addopts;
  return typeof addopts === "string" ? addopts : texts(addopts).join(" ");
}

function listsOf(lists: Table): Map<string, string[]> {
  return new Map(Object.entries(lists).map(([name, list]) => [name, listDistributions(texts(list))]));
}

function table(value: unknown): Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Table) : {};
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
