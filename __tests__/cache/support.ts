import { execFile } from "node:child_process";
import { lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll } from "@jest/globals";

export const spawn = promisify(execFile);
const closers: (() => unknown)[] = [];

afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

/** Does something when the test file is done. */
export function atEnd(close: () => unknown): void {
  closers.push(close);
}

/** A folder that goes when the test file is done. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "forgexec-cache-"));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file and the folders above it; its path. */
export async function write(path: string, content: string | Buffer = "", mode = 0o644): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content, { mode });
  return path;
}

/** All that is in a folder: each path with its kind, mode, time and content. */
export async function contents(folder: string): Promise<Record<string, string>> {
  const names = ["", ...(await readdir(folder, { recursive: true }))].sort();
  const told = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const stats = await lstat(path);
      const mode = (stats.mode & 0o7777).toString(8);
      if (stats.isSymbolicLink()) return [name, `link to ${await readlink(path)}`] as const;
      if (stats.isDirectory()) return [name, `folder ${mode} ${Math.floor(stats.mtimeMs)}`] as const;
      if (!stats.isFile()) return [name, "something else"] as const;
      const text = (await readFile(path)).toString("latin1");
      return [name, `file ${mode} ${Math.floor(stats.mtimeMs)} ${text}`] as const;
    }),
  );
  return Object.fromEntries(told);
}

/** What a folder holds, names only, recursively; sorted. */
export async function names(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true })).sort();
}
