import { lstat, mkdir, readlink, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isCode } from "../files.js";
import { wouldBePacked } from "./packed.js";

/**
 * Makes `.forge/env` in the project a link to the environment, and `.forge/` ignored by git. What stands there and is
 * not forgexec's own is left alone: a spec's repository must not turn this into writing elsewhere.
 * Gives a sentence for the user when there is no link in the end, else null.
 */
export async function linkEnvironment(directory: string, environment: string): Promise<string | null> {
  const folder = join(directory, ".forge");
  try {
    await mkdir(folder).catch(unless("EEXIST"));
    if (!(await lstat(folder)).isDirectory())
      return `${folder} is not a folder, so there is no link to the environment.`;
    await writeFile(join(folder, ".gitignore"), "*\n", { flag: "wx" }).catch(unless("EEXIST"));
    const link = join(folder, "env");
    if (!(await wouldBePacked(directory))) return await pointAt(link, environment);
    await removeLink(link);
    return `There is no link ${link}: hatchling would pack the environment into the project's sdist. Add .forge/ to .gitignore to have it.`;
  } catch (error) {
    return `There is no link ${join(folder, "env")} to the environment: ${(error as Error).message}`;
  }
}

async function pointAt(link: string, target: string): Promise<string | null> {
  const there = await lstat(link).catch(() => null);
  if (there !== null && !there.isSymbolicLink()) return `${link} is not a link; it is left as it is.`;
  if (there !== null && (await readlink(link)) === target) return null;
  if (there !== null) await rm(link, { force: true });
  // Another run may have been faster.
  await symlink(target, link, "junction").catch(unless("EEXIST"));
  return null;
}

async function removeLink(link: string): Promise<void> {
  const there = await lstat(link).catch(() => null);
  if (there?.isSymbolicLink()) await rm(link, { force: true });
}

function unless(code: string): (error: unknown) => void {
  return (error) => {
    if (!isCode(error, code)) throw error;
  };
}
