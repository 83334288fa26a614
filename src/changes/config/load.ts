import { stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { UsageError } from "../../errors.js";
import { readRegularFile } from "../../read-file.js";
import type { ChangesConfig } from "./model.js";

export const CONFIG_FILE = ".forge-changes.yml";
const LARGEST = 1024 * 1024;

/** Where configurations are looked for. */
export interface ConfigPlaces {
  readonly cwd: string;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A file that is named; null: it is looked for. */
  readonly file: string | null;
}

export interface LoadedConfig {
  readonly config: ChangesConfig;
  /**
   * `own`: the server stands in a file of the user's own, or one that was named. `project`: in a file that came with a project,
   * which anybody may have written, so passwords must not be sent there.
   */
  readonly serverFrom: "own" | "project";
}

/**
 * The configuration: of `.forge-changes.yml` in this folder or the nearest one above, and for what that does not say of
 * `forgexec/changes.yml` in XDG_CONFIG_HOME (`~/.config`); or of the named file alone.
 * @throws ConfigError for a bad one, UsageError for one that cannot be read
 */
export async function loadConfig(places: ConfigPlaces): Promise<LoadedConfig> {
  const { cwd, file } = places;
  if (file !== null) return { config: (await read(resolve(cwd, file), file)) ?? missing(file), serverFrom: "own" };
  const own = userFile(places);
  const nearest = await findUpwards(cwd);
  const project = nearest === null ? null : await read(nearest, shortName(cwd, nearest));
  const personal = await read(own, own);
  const serverFrom = project?.server === undefined ? "own" : "project";
  // A server goes with how to talk to it.
  const { source, server, port, login, ...rest } = personal ?? {};
  const access = project?.server === undefined && project?.source === undefined ? { source, server, port, login } : {};
  return { config: given({ ...access, ...rest, ...project }), serverFrom };
}

function given(config: Readonly<Record<string, unknown>>): ChangesConfig {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
}

function userFile({ environment, home }: ConfigPlaces): string {
  const xdg = environment.XDG_CONFIG_HOME;
  return join(xdg && isAbsolute(xdg) ? xdg : join(home, ".config"), "forgexec", "changes.yml");
}

async function findUpwards(directory: string): Promise<string | null> {
  for (let folder = resolve(directory); ; folder = dirname(folder)) {
    const path = join(folder, CONFIG_FILE);
    if ((await stat(path).catch(() => null))?.isDirectory() === false) return path;
    if (folder === dirname(folder)) return null;
  }
}

function shortName(cwd: string, path: string): string {
  const near = relative(cwd, path);
  return near.startsWith("..") ? path : near;
}

/** Null: there is no such file. */
async function read(path: string, name: string): Promise<ChangesConfig | null> {
  const content = await readRegularFile(path, LARGEST).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT" || cause.code === "ENOTDIR") return null;
    throw new UsageError("unreadable-config", `${name} cannot be read: ${cause.code ?? cause.message}.`, { cause });
  });
  if (content === null) return null;
  if (!("bytes" in content)) {
    throw new UsageError("unreadable-config", `${name} is no file of at most 1 MiB that could be a configuration.`);
  }
  // Reading YAML takes a while to load, and most have no such file.
  const { parseConfig } = await import("./parse.js");
  return parseConfig(decode(content.bytes, name), name);
}

function decode(bytes: Buffer, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UsageError("unreadable-config", `${name} is not a text file in UTF-8.`, { cause });
  }
}

function missing(file: string): never {
  throw new UsageError("no-config", `There is no configuration ${file}. Name another by --config, or leave it out.`);
}
