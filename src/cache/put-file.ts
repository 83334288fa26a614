import { type BigIntStats, constants } from "node:fs";
import { copyFile, link, lstat, open, rm } from "node:fs/promises";

/**
 * Gives a file a second place: by a hard link where that is safe and possible, else as a copy (which shares its blocks
 * where the file system can do that). Safe: nobody may write to it, so no writing to one place changes the other.
 */
export async function putFile(
  from: { readonly path: string; readonly stats: BigIntStats },
  to: string,
): Promise<"linked" | "copied"> {
  if (isReadOnly(Number(from.stats.mode)) && (await isLinked(from, to))) return "linked";
  await copyFile(from.path, to, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
  return "copied";
}

export function isReadOnly(mode: number): boolean {
  return (mode & 0o222) === 0;
}

async function isLinked(from: { readonly path: string; readonly stats: BigIntStats }, to: string): Promise<boolean> {
  // Another file system, too many links, or links that are not allowed: then a copy.
  if (
    !(await link(from.path, to).then(
      () => true,
      () => false,
    ))
  )
    return false;
  const { ino, dev } = await lstat(to, { bigint: true });
  // The path may be another file by now than the one that was looked at.
  if (ino === from.stats.ino && dev === from.stats.dev) return true;
  await rm(to);
  return false;
}

/** Writes out what the system holds of a file. */
export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
