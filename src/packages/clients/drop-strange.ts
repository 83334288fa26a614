import type { Dirent } from "node:fs";
import { readdir, readlink, realpath, rm } from "node:fs/promises";
import { join, resolve, sep } from "node:path";

/**
 * Removes from a folder that commands of a sandbox wrote to what would lead or hold up those who read it outside: links out of it, and what
 * is neither a file nor a folder. To be called while nothing in a sandbox writes to it, and before anything else looks into it.
 */
export async function dropStrange(folder: string): Promise<void> {
  const root = await realpath(folder).catch(() => null);
  if (root !== null) await dropIn(root, root);
}

async function dropIn(folder: string, root: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await dropIn(path, root);
    else if (await isStrange(entry, { folder, root })) await rm(path, { force: true });
  }
}

async function isStrange(
  entry: Dirent,
  { folder, root }: { readonly folder: string; readonly root: string },
): Promise<boolean> {
  if (!entry.isSymbolicLink()) return !entry.isFile();
  const path = join(folder, entry.name);
  const target = await readlink(path).catch(() => "..");
  // Past a link `..` is not what it seems.
  const climbs = /[^/.][^/]*\/(?:.*\/)?\.\.(?:\/|$)/.test(target);
  const inside = (place: string): boolean => place === root || place.startsWith(root + sep);
  return climbs || !inside(resolve(folder, target)) || !inside(await realpath(path).catch(() => root));
}
