import { join } from "node:path";
import type { PipSettings } from "./pip-settings.js";

/** The clients that keep a cache, and the folder of each. */
export const CLIENTS = ["pip", "uv", "poetry", "pdm"] as const;

/** What decides whether a client's own cache is left where it is. */
export interface CacheSource {
  readonly settings: PipSettings;
  /** Whether a configuration of the project's or the user's places the cache of that client. */
  readonly placed: (client: "uv" | "poetry") => boolean;
  readonly folder: string;
}

/** Variables that put the clients' caches into folders of `folder`, but those that the user has placed or switched off. */
export function cacheVariables({ settings, placed, folder }: CacheSource): Readonly<Record<string, string>> {
  const { environment } = settings;
  const none = (...names: readonly string[]): boolean => names.every((name) => !environment[name]);
  const pip = none("PIP_CACHE_DIR", "PIP_NO_CACHE_DIR") && !configures(settings, ["cache-dir", "no-cache-dir"]);
  return {
    ...(pip ? { PIP_CACHE_DIR: join(folder, "pip") } : {}),
    ...(none("UV_CACHE_DIR", "UV_NO_CACHE") && !placed("uv") ? { UV_CACHE_DIR: join(folder, "uv") } : {}),
    ...(none("POETRY_CACHE_DIR", "POETRY_NO_CACHE") && !placed("poetry")
      ? { POETRY_CACHE_DIR: join(folder, "poetry") }
      : {}),
    ...(none("PDM_CACHE_DIR", "PDM_NO_CACHE") ? { PDM_CACHE_DIR: join(folder, "pdm") } : {}),
  };
}

const PLACES =
  /^(PIP_(NO_)?(CACHE_DIR|COMPILE)|(UV|POETRY|PDM)_(NO_CACHE|CACHE_DIR)|UV_PROJECT_ENVIRONMENT|POETRY_VIRTUALENVS_PATH|PDM_(PYTHON|IGNORE_SAVED_PYTHON))$/;

/** The variables but those that say where and how clients keep things on this machine. */
export function withoutPlaces(environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !PLACES.test(name)));
}

/** Whether pip's files or variables say anything of one of these options. */
export function configures({ sections, environment }: PipSettings, options: readonly string[]): boolean {
  return options.some((option) => {
    const variable = environment[`PIP_${option.toUpperCase().replaceAll("-", "_")}`];
    return Boolean(variable) || [...sections.values()].some((section) => Boolean(section.get(option)));
  });
}

/** How pip behaves in a run, unless the user has said how. */
export function pipManners(settings: PipSettings): Readonly<Record<string, string>> {
  return {
    // Modules are compiled when they are first imported, which most of a big environment never is. Both spellings stop pip.
    ...(configures(settings, ["compile", "no-compile"]) ? {} : { PIP_COMPILE: "0" }),
    ...(configures(settings, ["disable-pip-version-check", "no-disable-pip-version-check"])
      ? {}
      : { PIP_DISABLE_PIP_VERSION_CHECK: "1" }),
  };
}
