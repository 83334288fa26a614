import { constants, type Dirent } from "node:fs";
import { copyFile, link, mkdir, readdir, readlink, stat, symlink, utimes } from "node:fs/promises";
import { join } from "node:path";

/** Smaller files are copied: programs write to some of them in place, and the one that is kept must not see it. */
const LINKED_FROM_BYTES = 64 * 1024;

/** Puts what is in a folder into another one, big files as hard links; what is there already stays, what goes meanwhile is left out. */
export async function linkTree(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true }).catch(() => []);
  if (entries.length === 0) return;
  await mkdir(to, { recursive: true, mode: 0o700 });
  await Promise.all(entries.map((entry) => put(entry, from, to)));
}

async function put(entry: Dirent, from: string, to: string): Promise<void> {
  const [source, target] = [join(from, entry.name), join(to, entry.name)];
  if (entry.isDirectory()) return linkTree(source, target);
  try {
    if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else if (entry.isFile()) await putFile(source, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST" && code !== "ENOENT") throw error;
  }
}

async function putFile(source: string, target: string): Promise<void> {
  const { size, atime, mtime } = await stat(source);
  if (size >= LINKED_FROM_BYTES) {
    const linked = await link(source, target).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "EXDEV" || error.code === "EMLINK" || error.code === "EPERM") return false;
        throw error;
      },
    );
    if (linked) return;
  }
  await copyFile(source, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  await utimes(target, atime, mtime);
}
