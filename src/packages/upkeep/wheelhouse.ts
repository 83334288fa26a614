import { randomBytes } from "node:crypto";
import { copyFile, link, lstat, mkdir, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { builtWheels } from "./built-wheels.js";
import { namesIn } from "./tree.js";

export function wheelhousePath(cacheDirectory: string, tag: string): string {
  return join(cacheDirectory, "wheelhouse", tag);
}

/**
 * Brings the wheelhouse of these machines up to date: a plain folder, which find-links can name, of the wheels that pip
 * and uv built from sdists and still keep. Links, so it takes no room; what is not kept any more goes. Gives its path.
 *
 * @throws where it can't be written
 */
export async function updateWheelhouse(cacheDirectory: string, tag: string): Promise<string> {
  const folder = wheelhousePath(cacheDirectory, tag);
  const wheels = new Map<string, { readonly path: string; readonly ino: number; readonly mtimeMs: number }>();
  for (const { path, from } of await builtWheels(join(cacheDirectory, "clients", tag))) {
    const stats = from === "sdist" ? await lstat(path).catch(() => null) : null;
    // The same name built twice: of two sdists, or by both clients.
    if (!stats?.isFile() || (wheels.get(basename(path))?.mtimeMs ?? 0) > stats.mtimeMs) continue;
    wheels.set(basename(path), { path, ino: stats.ino, mtimeMs: stats.mtimeMs });
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await namesIn(folder)) {
    if (!wheels.has(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
  for (const [name, { path, ino }] of wheels) {
    const there = await lstat(join(folder, name)).catch(() => null);
    if (there?.ino !== ino) await put(path, join(folder, name));
  }
  return folder;
}

/** Somebody may read the folder meanwhile, or bring it up to date as well. */
async function put(from: string, to: string): Promise<void> {
  const temporary = `${to}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await link(from, temporary).catch(() => copyFile(from, temporary));
    await rename(temporary, to);
  } catch (error) {
    // It went meanwhile.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}
