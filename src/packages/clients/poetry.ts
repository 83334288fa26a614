import { join } from "node:path";
import { readText } from "../../read-file.js";
import type { ClientOptions } from "./model.js";

/** What poetry is configured with by files. */
export interface PoetrySettings {
  readonly placesCache: boolean;
  readonly placesEnvironments: boolean;
}

/** Reads whether the user's or the project's configuration of poetry places its folders. */
export async function readPoetrySettings(options: ClientOptions): Promise<PoetrySettings> {
  const { environment, directory } = options;
  const own = environment.POETRY_CONFIG_DIR || join(configFolder(options), "pypoetry");
  const files = [join(own, "config.toml"), join(directory, "poetry.toml")];
  const texts = await Promise.all(files.map((file) => readText(file)));
  const says = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text ?? ""));
  return {
    placesCache: says(/^\s*cache-dir\s*=/m),
    placesEnvironments: says(/^\s*(?:virtualenvs\.)?path\s*=/m) || Boolean(environment.POETRY_VIRTUALENVS_PATH),
  };
}

/** Poetry makes environments in its cache, where they would be kept as if they were one: they stay where they would be. */
export function environmentsVariable(options: ClientOptions): Readonly<Record<string, string>> {
  return { POETRY_VIRTUALENVS_PATH: join(cacheFolder(options), "virtualenvs") };
}

function configFolder({ environment, home, platform }: ClientOptions): string {
  if (platform === "win32") return environment.APPDATA || join(home, "AppData", "Roaming");
  if (platform === "darwin") return environment.XDG_CONFIG_HOME || join(home, "Library", "Application Support");
  return environment.XDG_CONFIG_HOME || join(home, ".config");
}

function cacheFolder({ environment, home, platform }: ClientOptions): string {
  if (platform === "win32") {
    return join(environment.LOCALAPPDATA || join(home, "AppData", "Local"), "pypoetry", "Cache");
  }
  const folder = platform === "darwin" ? join(home, "Library", "Caches") : join(home, ".cache");
  return join(environment.XDG_CACHE_HOME || folder, "pypoetry");
}
