import { createHash } from "node:crypto";
import { chmod, chown, lstat, open, readFile, readlink, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "../errors.js";
import { isCode } from "../files.js";

/** A file as it stood: its bytes (one a character) and what else has to come back with them. */
export interface Standing {
  readonly content: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly atimeMs: number;
  readonly mtimeMs: number;
}

const MAX_LINKS = 40;

/** The file that ~/.pypirc is, links followed also where the last one points at nothing. */
export async function pypircTarget(home: string): Promise<string> {
  let path = join(home, ".pypirc");
  for (let links = 0; links < MAX_LINKS; links++) {
    const stats = await lstat(path).catch(() => null);
    if (!stats?.isSymbolicLink()) return path;
    path = resolve(dirname(path), await readlink(path));
  }
  throw new UsageError(
    "pypirc-unusable",
    `${join(home, ".pypirc")} is a link that leads to itself. Remove it, or point it at a file.`,
  );
}

/** Reads a file whole; null: there is none. @throws UsageError `pypirc-unusable` where it can't be read. */
export async function readStanding(path: string): Promise<Standing | null> {
  try {
    const stats = await stat(path);
    if (!stats.isFile()) throw new Error("it is not a file");
    const { uid, gid, atimeMs, mtimeMs } = stats;
    return { content: await readFile(path, "latin1"), mode: stats.mode & 0o7777, uid, gid, atimeMs, mtimeMs };
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw new UsageError(
      "pypirc-unusable",
      `${path} can't be read, so pypi.index-servers can't be merged with it: ${(error as Error).message}. Make it readable, or move it away.`,
    );
  }
}

/** Puts a file back as it stood; null: there was none. */
export async function putBack(path: string, before: Standing | null): Promise<void> {
  if (before === null) {
    await rm(path, { force: true });
    return;
  }
  await replaceFile(path, before.content, before.mode);
  await chown(path, before.uid, before.gid).catch(() => undefined);
  await utimes(path, before.atimeMs / 1000, before.mtimeMs / 1000).catch(() => undefined);
}

/** Name of the file that a replacement is written to first. One name, so that what a `kill -9` leaves is found. */
export function replacementOf(path: string): string {
  return `${path}.forgexec-new`;
}

/** Replaces a file at once, for the one process that may write to it; in place where its folder can't be written to. */
export async function replaceFile(path: string, content: string, mode: number): Promise<void> {
  const temporary = replacementOf(path);
  const bytes = Buffer.from(content, "latin1");
  try {
    await rm(temporary, { force: true });
    const file = await open(temporary, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    if (!["EACCES", "EPERM", "EROFS", "EBUSY"].some((code) => isCode(error, code))) throw error;
    await chmod(path, mode | 0o200);
    await writeFile(path, bytes);
    await chmod(path, mode);
  }
}

/** A hash by which content is known again. */
export function hashOf(content: string | null): string {
  return content === null ? "none" : createHash("sha256").update(content, "latin1").digest("hex");
}
