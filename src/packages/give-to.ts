import { lstatSync } from "node:fs";
import { lchown, readdir } from "node:fs/promises";
import { join } from "node:path";
import { isCode } from "../files.js";

/** A user and a group of this machine, by number. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Gives what is at a path and below it to a user; links themselves, and not what they lead to. Null: nothing is to be given. */
export async function giveTo(path: string, owner: Owner | null): Promise<void> {
  if (owner === null) return;
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (isCode(error, "ENOTDIR") || isCode(error, "ENOENT")) return [];
    throw error;
  });
  for (const each of [path, ...entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name))]) {
    const stats = lstatSync(each, { throwIfNoEntry: false });
    if (stats !== undefined && (stats.uid !== owner.uid || stats.gid !== owner.gid))
      await lchown(each, owner.uid, owner.gid);
  }
}
