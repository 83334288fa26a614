import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Paths of all that is in a folder and the folders below it, folders themselves excepted; none where it can't be read. Links are not followed. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
