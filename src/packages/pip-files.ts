import { join } from "node:path";
import { readIfThere } from "../files.js";
import { parseIni, type Sections } from "./ini.js";

/** What decides where pip's configuration files lie. */
export interface PipSurroundings {
  readonly environment: Readonly<Record<string, string>>;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  /** Installation folder of the interpreter whose pip counts; null: not known. */
  readonly basePrefix: string | null;
  /** What stands for `/`; absent: `/`. */
  readonly root?: string;
}

/**
 * Paths of pip's configuration files, those that win last: global, user, site, then PIP_CONFIG_FILE
 * (pip's user guide, "Configuration"). With PIP_CONFIG_FILE naming the null device pip reads none.
 */
export function pipFiles(surroundings: PipSurroundings): readonly string[] {
  const named = surroundings.environment.PIP_CONFIG_FILE;
  if (isNullDevice(named)) return [];
  const { basePrefix, platform } = surroundings;
  const site = basePrefix === null ? [] : [join(basePrefix, platform === "win32" ? "pip.ini" : "pip.conf")];
  return [...globalFiles(surroundings), ...userFiles(surroundings), ...site, ...(named ? [named] : [])];
}

/** Whether a value of PIP_CONFIG_FILE switches all of pip's files off. */
export function isNullDevice(path: string | undefined): boolean {
  return path === "/dev/null" || path?.toLowerCase() === "nul";
}

function globalFiles({ environment, platform, root = "/" }: PipSurroundings): readonly string[] {
  if (platform === "win32") return [join(environment.PROGRAMDATA ?? "C:\\ProgramData", "pip", "pip.ini")];
  if (platform === "darwin") return [join(root, "Library/Application Support/pip/pip.conf")];
  const folders = environment.XDG_CONFIG_DIRS?.trim()
    ? environment.XDG_CONFIG_DIRS.split(":").filter(Boolean)
    : [join(root, "etc/xdg")];
  return [...folders.map((folder) => join(folder, "pip", "pip.conf")), join(root, "etc/pip.conf")];
}

function userFiles({ environment, home, platform }: PipSurroundings): readonly string[] {
  if (platform === "win32") {
    const roaming = environment.APPDATA ?? join(home, "AppData", "Roaming");
    return [join(home, "pip", "pip.ini"), join(roaming, "pip", "pip.ini")];
  }
  const legacy = join(home, ".pip", "pip.conf");
  const xdg = join(environment.XDG_CONFIG_HOME?.trim() || join(home, ".config"), "pip", "pip.conf");
  if (platform === "darwin") return [legacy, xdg, join(home, "Library/Application Support/pip/pip.conf")];
  return [legacy, xdg];
}

/**
 * What pip is configured with by files: each file over those before it. Names are as pip normalises them
 * (`find_links` is `find-links`). A file that can't be read is passed over, as pip does.
 */
export async function readPipConfiguration(surroundings: PipSurroundings): Promise<Sections> {
  const merged: Sections = new Map();
  for (const path of pipFiles(surroundings)) {
    const text = await readIfThere(path).catch(() => null);
    if (text === null) continue;
    for (const [section, options] of parseIni(text)) {
      const into = merged.get(section) ?? new Map<string, string>();
      merged.set(section, into);
      for (const [name, value] of options) into.set(name.replaceAll("_", "-").replace(/^--/, ""), value);
    }
  }
  return merged;
}
