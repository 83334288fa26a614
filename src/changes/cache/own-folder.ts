import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** In containers a process often has the number of one that was killed; no fetch takes that long. */
const ABANDONED_MS = 24 * 3_600_000;

/** A folder of this process alone, on the file system of the answers. */
export interface OwnFolder {
  /** A new name in it. */
  newFile(): string;
  close(): Promise<void>;
}

/** Makes one, and takes away those of processes that were killed. Null where nothing can be written. */
export async function openOwnFolder(parent: string): Promise<OwnFolder | null> {
  try {
    await mkdir(parent, { recursive: true, mode: 0o700 });
    await clearUp(parent);
    const folder = await mkdtemp(join(parent, `${process.pid}-`));
    return {
      newFile: () => join(folder, randomBytes(9).toString("hex")),
      close: () => rm(folder, { recursive: true, force: true }),
    };
  } catch {
    return null;
  }
}

async function clearUp(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = Number(/^(\d{1,9})-/.exec(name)?.[1] ?? 0);
    const path = join(parent, name);
    if (pid > 0 && (!isAlive(pid) || (await isAbandoned(path)))) await rm(path, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > ABANDONED_MS;
}
