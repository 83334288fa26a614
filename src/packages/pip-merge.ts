import { isAbsolute, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { UsageError } from "../errors.js";
import type { Pypi } from "../spec/index.js";
import { isOneLineValue, type Sections } from "./ini.js";

/** The spec's part of pip's configuration, as words that can stand in a list of pip's. */
export interface PipAdditions {
  readonly indexUrl: string | null;
  readonly lists: Readonly<Record<ListOption, readonly string[]>>;
}

const LIST_OPTIONS = ["extra-index-url", "trusted-host", "find-links"] as const;
export type ListOption = (typeof LIST_OPTIONS)[number];

const VARIABLES: Readonly<Record<ListOption, string>> = {
  "extra-index-url": "PIP_EXTRA_INDEX_URL",
  "trusted-host": "PIP_TRUSTED_HOST",
  "find-links": "PIP_FIND_LINKS",
};

/**
 * Takes the spec's values for pip, relative folders of find-links starting from the project.
 * @throws UsageError `invalid-pip-configuration` for a value that would not be one word of one line.
 */
export function pipAdditions(pypi: Pypi | undefined, directory: string): PipAdditions {
  const check = (key: string) => (value: string) => word(key, value);
  return {
    indexUrl: pypi?.indexUrl === undefined ? null : word("index-url", pypi.indexUrl),
    lists: {
      "extra-index-url": (pypi?.extraIndexUrls ?? []).map(check("extra-index-url")),
      "trusted-host": (pypi?.trustedHosts ?? []).map(check("trusted-host")),
      "find-links": (pypi?.findLinks ?? []).map((value) => word("find-links", findLink(value, directory))),
    },
  };
}

function word(key: string, value: string): string {
  if (value !== "" && isOneLineValue(value) && !/\s/.test(value)) return value;
  throw new UsageError(
    "invalid-pip-configuration",
    `pypi.${key}: ${JSON.stringify(withoutCredentials(value))} is empty or holds white space, which pip's configuration can't say. Write one URL, host or folder an entry.`,
  );
}

function withoutCredentials(url: string): string {
  return url.replace(/\/\/[^/]*@/g, "//***@");
}

// pip takes a list apart at white space and reads the file in the locale's encoding: such a folder goes in as a URL.
function findLink(value: string, directory: string): string {
  if (/^[a-z][a-z0-9+.-]+:/i.test(value)) return value;
  if (value === "" || !isOneLineValue(value)) return value;
  const path = isAbsolute(value) ? value : resolve(directory, value);
  return /^[!-~]+$/.test(path) ? path : pathToFileURL(path).href;
}

/**
 * The machine's configuration with the spec's part: lists grow, the spec's index-url stands in place of the machine's.
 * A command's own section outranks [global], so it gets the spec's values wherever it sets the same option.
 */
export function mergePipConfiguration(machine: Sections, additions: PipAdditions): Sections {
  const merged: Sections = new Map([...machine].map(([name, options]) => [name, new Map(options)]));
  if (!merged.has("global")) merged.set("global", new Map());
  for (const [name, options] of merged) {
    const all = name === "global";
    if (additions.indexUrl !== null && (all || options.has("index-url"))) options.set("index-url", additions.indexUrl);
    for (const option of LIST_OPTIONS) {
      const added = additions.lists[option];
      if (added.length > 0 && (all || options.has(option))) options.set(option, union(options.get(option), added));
    }
  }
  return merged;
}

/**
 * What has to go into variables: where the machine sets one, it outranks pip's files. `always`: pip reads no file at
 * all (PIP_CONFIG_FILE names the null device), so the spec's part goes into variables whether they are set or not.
 */
export function pipVariables(
  environment: Readonly<Record<string, string>>,
  additions: PipAdditions,
  when: "where-set" | "always",
): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  const wanted = (name: string) => when === "always" || Boolean(environment[name]);
  if (additions.indexUrl !== null && wanted("PIP_INDEX_URL")) variables.PIP_INDEX_URL = additions.indexUrl;
  for (const option of LIST_OPTIONS) {
    const name = VARIABLES[option];
    const added = additions.lists[option];
    if (added.length > 0 && wanted(name)) variables[name] = union(environment[name], added);
  }
  return variables;
}

function union(present: string | undefined, added: readonly string[]): string {
  return [...new Set([...(present ?? "").split(/\s+/).filter(Boolean), ...added])].join(" ");
}
