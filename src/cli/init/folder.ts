import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../../errors.js";

/** No file that tells about a project is near this size; in bytes. */
const LARGEST = 4 * 1024 * 1024;
/** Enough to find a test in any tree, few enough for a very large one. */
const MOST_FOLDERS = 2000;

/** A project's folder, read only. */
export interface Folder {
  readonly path: string;
  has(file: string): boolean;
  hasFolder(name: string): boolean;
  /** @throws UsageError where the file cannot be read */
  read(file: string): string;
  /** The first file whose name matches, near the top first, relative to the folder. */
  find(name: RegExp): string | null;
}

export function openFolder(path: string): Folder {
  const stat = (name: string) => statSync(join(path, name), { throwIfNoEntry: false });
  const read = (file: string): string => {
    try {
      if ((stat(file)?.size ?? 0) > LARGEST) throw new Error("it is larger than 4 MiB");
      return readFileSync(join(path, file), "utf8").replace(/^\uFEFF/, "");
    } catch (cause) {
      throw new UsageError("unreadable-file", `${join(path, file)} could not be read: ${(cause as Error).message}`, {
        cause,
      });
    }
  };
  return {
    path,
    has: (file) => tried(() => stat(file)?.isFile()) ?? false,
    hasFolder: (name) => tried(() => stat(name)?.isDirectory()) ?? false,
    read,
    find: (name) => findFile(path, name),
  };
}

function tried<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

const NOT_THE_PROJECTS = /^(\..*|node_modules|venv|env|build|dist|site-packages|__pycache__)$/;

function findFile(root: string, name: RegExp): string | null {
  const queue = [""];
  for (let looked = 0; looked < queue.length && looked < MOST_FOLDERS; looked++) {
    const at = queue[looked] ?? "";
    const entries: Dirent[] = tried(() => readdirSync(join(root, at), { withFileTypes: true })) ?? [];
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const found = entries.find((entry) => entry.isFile() && name.test(entry.name));
    if (found !== undefined) return at === "" ? found.name : `${at}/${found.name}`;
    for (const entry of entries) {
      if (entry.isDirectory() && !NOT_THE_PROJECTS.test(entry.name))
        queue.push(at === "" ? entry.name : `${at}/${entry.name}`);
    }
  }
  return null;
}
