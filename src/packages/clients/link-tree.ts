import { constants, type Dirent } from "node:fs";
import { copyFile, link, mkdir, readdir, readlink, stat, symlink, utimes } from "node:fs/promises";
import { join } from "node:path";

/** Smaller files are copied: programs write to some of them in place, and the one that is kept must not see it. */
const LINKED_FROM_BYTES = 64 * 1024;

/** `none`: who gets the copy may write to it, and is not to reach what is kept. */
export type HardLinks = "of-big-files" | "none";

/** Puts what is in a folder into another one, big files as hard links; what is there already stays, what goes meanwhile is left out. */
export async function linkTree(from: string, to: string, links: HardLinks): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true }).catch(() => []);
  if (entries.length === 0) return;
  await mkdir(to, { recursive: true, mode: 0o700 });
  await Promise.all(entries.map((entry) => put(entry, { from, to, links })));
}

async function put(
  entry: Dirent,
  { from, to, links }: { readonly from: string; readonly to: string; readonly links: HardLinks },
): Promise<void> {
  const [source, target] = [join(from, entry.name), join(to, entry.name)];
  if (entry.isDirectory()) return linkTree(source, target, links);
  try {
    if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else if (entry.isFile()) await putFile(source, target, links);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST" && code !== "ENOENT") throw error;
  }
}

async function putFile(source: string, target: string, links: HardLinks): Promise<void> {
  const { size, atime, mtime } = await stat(source);
  if (links !== "none" && size >= LINKED_FROM_BYTES) {
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
