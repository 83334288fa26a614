import { closeSync, constants, openSync } from "node:fs";

/** open(2)'s flag for a descriptor that is a place and no more, which Node does not name. */
const O_PATH = 0o10000000;

/**
 * Hands `use` a name for what lies at a path in a folder, which means that very file or folder as long as `use` runs. No link is followed on
 * the way, nor at the end, whoever puts one there meanwhile: as openat2(2) with RESOLVE_NO_SYMLINKS, which Node does not have. For Linux.
 *
 * @throws a file system's error, as ENOENT, or ENOTDIR for a link on the way
 */
export function beneath<T>(folder: string, path: string, use: (name: string) => T): T {
  let fd = openSync(folder, O_PATH);
  try {
    for (const part of path.split("/").filter(Boolean)) {
      const next = openPlace(`/proc/self/fd/${fd}/${part}`);
      closeSync(fd);
      fd = next;
    }
    return use(`/proc/self/fd/${fd}`);
  } finally {
    closeSync(fd);
  }
}

/** A descriptor of a file or folder, or of a link itself, which cannot be read by it. */
export function openPlace(path: string): number {
  return openSync(path, O_PATH | constants.O_NOFOLLOW);
}
