import { closest } from "../closest.js";
import { UsageError } from "../errors.js";
import type { LoadedConfig } from "./config/load.js";
import type { ChangesConfig, SourceKind } from "./config/model.js";
import type { AnswerCacheOptions, CommonSourceOptions, SourceOptions } from "./sources/index.js";

/** What the user asks for, before the configuration is put under it. Null and empty: not said. */
export interface Wishes {
  readonly source: SourceKind | null;
  /** A file of recorded changes, in place of any other source. */
  readonly from: string | null;
  readonly server: string | null;
  readonly port: number | null;
  readonly login: string | null;
  readonly keyFile: string | null;
  readonly user: string | null;
  readonly projects: readonly string[];
  /** `all`: those of every group. */
  readonly groups: readonly string[] | "all";
  readonly bots: readonly string[];
}

/** The wishes with the configuration under them, and what the environment says. */
export interface Settings {
  readonly user: string | null;
  readonly bots: readonly string[];
  readonly teams: Readonly<Record<string, readonly string[]>>;
  /** Projects that the user named; a report shows no others. */
  readonly projects: readonly string[];
  readonly source: SourceOptions;
}

const GITHUB_API = "https://api.github.com";

/** @throws UsageError for a group that is not in the configuration, a server or repository that is missing */
export function resolveSettings(
  wishes: Wishes,
  { config, serverFrom }: LoadedConfig,
  common: Omit<CommonSourceOptions, "cache"> & { readonly cache: AnswerCacheOptions },
): Settings {
  const projects = [...wishes.projects, ...groupProjects(wishes.groups, config.groups ?? {})];
  const trust = wishes.server === null && serverFrom === "project" && config.server !== undefined ? "withheld" : "sent";
  return {
    user: wishes.user ?? config.user ?? null,
    bots: [...wishes.bots, ...(config.bots ?? [])],
    teams: config.teams ?? {},
    projects,
    source: sourceOptions(wishes, { config, common, projects, trust }),
  };
}

function groupProjects(
  wanted: readonly string[] | "all",
  groups: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const names = wanted === "all" ? Object.keys(groups) : wanted;
  if (wanted === "all" && names.length === 0) {
    throw new UsageError("no-groups", "--all-groups: the configuration has no `groups`.");
  }
  return names.flatMap((name) => {
    const found = Object.hasOwn(groups, name) ? groups[name] : undefined;
    if (found !== undefined) return found;
    const known = Object.keys(groups);
    const near = closest(name, known);
    const hint = near ? `Did you mean ${near}?` : known.length > 0 ? `It has ${known.join(", ")}.` : "It has none.";
    throw new UsageError("unknown-group", `--group: there is no group "${name}" in the configuration. ${hint}`);
  });
}

interface Known {
  readonly config: ChangesConfig;
  readonly common: CommonSourceOptions;
  readonly projects: readonly string[];
  /** Whether secrets may go to the server that was found: not where a project's file names it. */
  readonly trust: "sent" | "withheld";
}

function sourceOptions(wishes: Wishes, known: Known): SourceOptions {
  if (wishes.from !== null) return { ...known.common, kind: "recorded", file: wishes.from };
  switch (wishes.source ?? known.config.source ?? "github") {
    case "github":
      return github(wishes, known);
    case "gerrit":
      return gerrit(wishes, known);
    case "gerrit-ssh":
      return gerritSsh(wishes, known);
  }
}

function github(wishes: Wishes, { config, common, projects, trust }: Known): SourceOptions {
  const { environment } = common;
  const own = environment.GITHUB_REPOSITORY ? [environment.GITHUB_REPOSITORY] : [];
  const repositories = projects.length > 0 ? projects : (config.projects ?? own);
  if (repositories.length === 0 || repositories.some((name) => name.startsWith("^"))) {
    throw new UsageError(
      "no-repository",
      "Which repository? Give --repository OWNER/NAME, `projects: [OWNER/NAME]` in .forge-changes.yml, or GITHUB_REPOSITORY.",
    );
  }
  const token = environment.GITHUB_TOKEN || environment.GH_TOKEN || null;
  const server = wishes.server ?? config.server;
  return {
    ...common,
    kind: "github",
    apiUrl: server ?? (environment.GITHUB_API_URL || GITHUB_API),
    token: secret(token, { trust, common, server }),
    repositories,
  };
}

function gerrit(wishes: Wishes, { config, common, projects, trust }: Known): SourceOptions {
  const { environment } = common;
  const url = wishes.server ?? config.server ?? (environment.GERRIT_URL || undefined);
  if (url === undefined) throw noServer("--server https://review.example.org", "`server`", "GERRIT_URL");
  return {
    ...common,
    kind: "gerrit",
    url: url.includes("://") ? url : `https://${url}`,
    user: wishes.login ?? config.login ?? (environment.GERRIT_USERNAME || null),
    password: secret(environment.GERRIT_PASSWORD || null, { trust, common, server: url }),
    projects: projects.length > 0 ? projects.filter(isName) : (config.projects ?? []),
  };
}

function gerritSsh(wishes: Wishes, { config, common, projects }: Known): SourceOptions {
  const host = wishes.server ?? config.server;
  if (host === undefined) throw noServer("--server HOST, which may be one of ~/.ssh/config", "`server`", null);
  const port = wishes.port ?? config.port;
  return {
    ...common,
    kind: "gerrit-ssh",
    host,
    ...(port === undefined || port === null ? {} : { port }),
    user: wishes.login ?? config.login ?? null,
    keyFile: wishes.keyFile,
    projects: projects.length > 0 ? projects.filter(isName) : (config.projects ?? []),
  };
}

function isName(project: string): boolean {
  return !project.startsWith("^");
}

function secret(
  value: string | null,
  {
    trust,
    common,
    server,
  }: {
    readonly trust: Known["trust"];
    readonly common: CommonSourceOptions;
    readonly server: string | undefined;
  },
): string | null {
  if (value === null || trust === "sent") return value;
  common.note(
    `${server} is named by a project's .forge-changes.yml, so no token or password is sent there: --server or a file of your own allows it`,
  );
  return null;
}

function noServer(flag: string, key: string, variable: string | null): UsageError {
  const also = variable === null ? "" : `, or ${variable}`;
  return new UsageError("no-server", `Which Gerrit server? Give ${flag}, ${key} in a configuration${also}.`);
}
