import { lstatSync, readdirSync, type Stats } from "node:fs";

/** A user and a group, as the host numbers them. */
export interface Ids {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The paths below and including `folder` whose owner may be changed, of those that `wants` picks. Never through a symbolic link, never on
 * another file system; none where the folder is gone; no device; and no file that has a name outside of the folder as well, since that file is not the folder's own.
 */
export function ownedEntries(folder: string, wants: (stats: Stats, path: string) => boolean): string[] {
  const root = lstatSync(folder, { throwIfNoEntry: false });
  if (root === undefined) return [];
  const found: string[] = [];
  const linked = new Map<number, { readonly names: string[]; readonly links: number }>();
  const consider = (path: string, stats: Stats) => {
    if (stats.dev !== root.dev || stats.isBlockDevice() || stats.isCharacterDevice() || !wants(stats, path)) return;
    if (stats.isDirectory() || stats.nlink < 2) {
      found.push(path);
      return;
    }
    const known = linked.get(stats.ino);
    if (known) known.names.push(path);
    else linked.set(stats.ino, { names: [path], links: stats.nlink });
  };
  consider(folder, root);
  const folders = root.isDirectory() ? [folder] : [];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const name of namesIn(next)) {
      const path = `${next}/${name}`;
      const stats = lstatSync(path, { throwIfNoEntry: false });
      if (!stats) continue;
      consider(path, stats);
      if (stats.isDirectory() && stats.dev === root.dev) folders.push(path);
    }
  }
  for (const { names, links } of linked.values()) if (names.length === links) found.push(...names.slice(0, 1));
  return found;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // It is closed to this user: so is what lies in it.
    return [];
  }
}
