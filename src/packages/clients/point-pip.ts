import type { Sections } from "../ini.js";
import { type PipSettings, words } from "./pip-settings.js";
import { INDEX_OPTIONS } from "./served-indexes.js";

/** pip's configuration as it leads through the index. */
export interface PointedPip {
  readonly sections: Sections;
  readonly variables: Readonly<Record<string, string>>;
  readonly remove: readonly string[];
}

/** Where the index is: gives the address that stands for an index's own, the same where none does. */
export interface StandIns {
  readonly of: (url: string) => string;
  /** What stands for the index that pip has built in; null: nothing. */
  readonly builtIn: string | null;
}

/** Commands of pip that look packages up, except `lock`, which writes down the addresses that it is given. */
const COMMANDS = ["install", "download", "wheel", "list", "index"] as const;
/** Variables of pip that name indexes. */
export const INDEX_VARIABLES: readonly string[] = ["PIP_INDEX_URL", "PIP_PYPI_URL", "PIP_EXTRA_INDEX_URL"];

/**
 * Leads pip through the index: by sections of those commands alone, so that `pip lock` still writes the real addresses.
 * Where the global section holds credentials it gets the stand-ins too: they are nobody's business.
 */
export function pointPip(settings: PipSettings, standIns: StandIns): PointedPip {
  const list = (value: string): string => words(value).map(standIns.of).join(" ");
  const sections: Sections = new Map([...settings.sections].map(([name, options]) => [name, new Map(options)]));
  const global = sections.get("global") ?? new Map<string, string>();
  const original = settings.sections.get("global");
  for (const command of COMMANDS) {
    const section = sections.get(command) ?? new Map<string, string>();
    sections.set(command, section);
    for (const option of INDEX_OPTIONS) {
      const value = section.get(option) || original?.get(option);
      if (value) section.set(option, list(value));
    }
    const named = section.has("index-url") || section.has("pypi-url");
    if (!named && standIns.builtIn !== null) section.set("index-url", standIns.builtIn);
  }
  for (const [name, section] of sections) {
    if ((COMMANDS as readonly string[]).includes(name)) continue;
    for (const option of INDEX_OPTIONS) {
      const value = section.get(option);
      if (value !== undefined && words(value).some(hasCredentials)) section.set(option, list(value));
    }
  }
  const remove = moveProxy(sections, global, settings);
  return { sections, variables: pointVariables(settings, standIns, list), remove };
}

function pointVariables(
  { environment, files }: PipSettings,
  { builtIn }: StandIns,
  list: (value: string) => string,
): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  for (const name of INDEX_VARIABLES) {
    const value = environment[name];
    if (value) variables[name] = list(value);
  }
  const named = variables.PIP_INDEX_URL !== undefined || variables.PIP_PYPI_URL !== undefined;
  if (files === "off" && !named && builtIn !== null) variables.PIP_INDEX_URL = builtIn;
  return variables;
}

/** pip sends everything through its proxy, also what goes to this machine. */
function moveProxy(sections: Sections, global: Map<string, string>, { environment }: PipSettings): readonly string[] {
  const proxy = environment.PIP_PROXY || global.get("proxy");
  for (const section of sections.values()) section.delete("proxy");
  if (proxy) sections.set("lock", new Map([["proxy", proxy], ...(sections.get("lock") ?? [])]));
  return environment.PIP_PROXY ? ["PIP_PROXY"] : [];
}

function hasCredentials(url: string): boolean {
  return URL.canParse(url) && (new URL(url).username !== "" || new URL(url).password !== "");
}
