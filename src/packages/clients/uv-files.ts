import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readText } from "../../read-file.js";
import type { ClientOptions } from "./model.js";

/** A configuration of uv's: the table that uv takes from it. */
export interface UvFile {
  readonly path: string;
  readonly table: Readonly<Record<string, unknown>>;
}

const NOT_LOOKED_INTO = /^(?:\..*|node_modules|__pycache__|venv|env|build|dist)$/;
const MOST_FOLDERS = 200;
const SYSTEM_FOLDERS = "/etc/xdg";

/** The folders where system-wide configuration is looked for, in the form of the variable XDG_CONFIG_DIRS. */
export function configFolders(environment: Readonly<Record<string, string>>): string {
  return environment.XDG_CONFIG_DIRS || SYSTEM_FOLDERS;
}

/** uv's configuration for the project: of its folder and those above, and of the folders right below, where steps may run. */
export async function projectUvFiles({ directory }: ClientOptions): Promise<readonly UvFile[]> {
  const folders: string[] = [];
  for (let folder = directory; ; folder = dirname(folder)) {
    folders.push(folder);
    if (dirname(folder) === folder) break;
  }
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const below = entries.filter((entry) => entry.isDirectory() && !NOT_LOOKED_INTO.test(entry.name));
  folders.push(...below.slice(0, MOST_FOLDERS).map(({ name }) => join(directory, name)));
  const found = await Promise.all(folders.flatMap((folder) => [read(join(folder, "uv.toml")), readProject(folder)]));
  return found.filter((file) => file !== null);
}

/** The user's configuration of uv; null: none. */
export function userUvFile({ environment, home }: ClientOptions): Promise<UvFile | null> {
  return read(join(environment.XDG_CONFIG_HOME || join(home, ".config"), "uv", "uv.toml"));
}

/** The one system-wide configuration that uv would take; null: none. */
export async function systemUvFile({ environment, root = "/" }: ClientOptions): Promise<UvFile | null> {
  const named = environment.XDG_CONFIG_DIRS ? configFolders(environment).split(":") : [join(root, SYSTEM_FOLDERS)];
  for (const folder of [...named.filter(Boolean), join(root, "etc")]) {
    const file = await read(join(folder, "uv", "uv.toml"));
    if (file !== null) return file;
  }
  return null;
}

async function read(path: string): Promise<UvFile | null> {
  const text = await readText(path);
  return text === null ? null : { path, table: await parse(text) };
}

async function readProject(folder: string): Promise<UvFile | null> {
  const path = join(folder, "pyproject.toml");
  const text = await readText(path);
  if (text === null || !/\buv\b/.test(text)) return null;
  const { tool } = (await parse(text)) as { tool?: { uv?: UvFile["table"] } };
  return tool?.uv === undefined ? null : { path, table: tool.uv };
}

/** What can't be read says nothing here: uv will complain of it. */
async function parse(text: string): Promise<UvFile["table"]> {
  const { parse: parseToml } = await import("smol-toml");
  try {
    return parseToml(text);
  } catch {
    return {};
  }
}
