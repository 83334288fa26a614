import { lstatSync, readdirSync, type Stats, statSync } from "node:fs";
import { isCode } from "../../files.js";
import { beneath } from "./beneath.js";

/** A user and a group, as the host numbers them. */
export interface Ids {
  readonly uid: number;
  readonly gid: number;
}

/** A file or folder, or a link itself, as it was found: by the time that something is done to it another one may have its path. */
export interface Entry {
  /** Absolute, and without a link in any part but the last. */
  readonly path: string;
  readonly dev: number;
  readonly ino: number;
}

interface Seen {
  readonly path: string;
  readonly stats: Stats;
}

/** What is longer cannot be named to the system (limits.h), so that nobody has put it there by its name. */
const PATH_MAX = 4096;

/**
 * What lies in `folder`, and itself, whose owner may be changed, of that which `wants` picks. `folder`: without a link in any part. Never
 * through a symbolic link, also where one is put there meanwhile, never on another file system; nothing where the folder is gone; no device;
 * and no file that has a name outside of the folder as well, since that file is not the folder's own.
 */
export function ownedEntries(folder: string, wants: (stats: Stats, path: string) => boolean): Entry[] {
  const root = look(folder);
  if (root === null) return [];
  const found: Entry[] = [];
  const linked = new Map<number, { readonly names: Entry[]; readonly links: number }>();
  const consider = ({ path, stats }: Seen) => {
    const { dev, ino, nlink } = stats;
    if (dev !== root.dev || stats.isBlockDevice() || stats.isCharacterDevice() || !wants(stats, path)) return;
    const entry = { path, dev, ino };
    if (stats.isDirectory() || nlink < 2) {
      found.push(entry);
      return;
    }
    const known = linked.get(ino);
    if (known) known.names.push(entry);
    else linked.set(ino, { names: [entry], links: nlink });
  };
  consider({ path: folder, stats: root });
  const folders = root.isDirectory() ? [folder] : [];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const seen of entriesOf(next)) {
      consider(seen);
      if (seen.stats.isDirectory() && seen.stats.dev === root.dev) folders.push(seen.path);
    }
  }
  for (const { names, links } of linked.values()) if (names.length === links) found.push(...names.slice(0, 1));
  return found;
}

function look(path: string): Stats | null {
  try {
    return beneath("/", path, (name) => statSync(name));
  } catch (error) {
    if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return null;
    throw error;
  }
}

function entriesOf(folder: string): readonly Seen[] {
  if (folder.length > PATH_MAX) return [];
  try {
    return beneath("/", folder, (name) =>
      readdirSync(name).flatMap((base) => {
        const stats = lstatSync(`${name}/${base}`, { throwIfNoEntry: false });
        return stats ? [{ path: `${folder}/${base}`, stats }] : [];
      }),
    );
  } catch {
    // It is closed to this user, and so is what lies in it; or it is gone, or a link by now.
    return [];
  }
}
