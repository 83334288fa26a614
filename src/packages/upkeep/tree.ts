import type { Stats } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { filesBelow } from "../files-below.js";

/** What a folder or a file takes up. */
export interface TreeSize {
  /** Of files that were not counted before. */
  readonly bytes: number;
  /** When the newest file was written, and when one was last used, in ms since the epoch; 0: there is none. */
  readonly created: number;
  readonly used: number;
}

/** Counts files, each once however many names it has. */
export class Tally {
  readonly #seen = new Set<string>();

  file(stats: Stats): TreeSize {
    const key = `${stats.dev} ${stats.ino}`;
    const known = stats.nlink > 1 && this.#seen.has(key);
    if (stats.nlink > 1) this.#seen.add(key);
    // Most systems note the time of reading but once a day.
    const used = Math.max(stats.mtimeMs, stats.atimeMs);
    return { bytes: known ? 0 : stats.size, created: stats.mtimeMs, used };
  }

  async tree(path: string): Promise<TreeSize> {
    const files = await filesIn(path);
    const sizes = await Promise.all(files.map((file) => lstat(file).catch(() => null)));
    let [bytes, created, used] = [0, 0, 0];
    for (const stats of sizes) {
      if (stats === null) continue;
      const size = this.file(stats);
      bytes += size.bytes;
      created = Math.max(created, size.created);
      used = Math.max(used, size.used);
    }
    return { bytes, created, used };
  }
}

/** Paths of all that is in a folder but folders; of a file, its own. Links are not followed. */
export async function filesIn(path: string): Promise<readonly string[]> {
  const stats = await lstat(path).catch(() => null);
  if (stats === null) return [];
  if (!stats.isDirectory()) return [path];
  return filesBelow(path);
}

/** Names in a folder, sorted; none where it can't be read, or is a link to one. */
export async function namesIn(path: string): Promise<readonly string[]> {
  if ((await lstat(path).catch(() => null))?.isDirectory() !== true) return [];
  return (await readdir(path).catch(() => [])).sort();
}
