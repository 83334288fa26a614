import { readdir, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomically } from "../../files.js";

const HOUR_MS = 3_600_000;
/** An old answer is still worth something: where it holds, the system says so in a few bytes, and GitHub doesn't count that. */
const KEPT_MS = 7 * 24 * HOUR_MS;
const KEPT_BYTES = 256 * 1024 * 1024;

/** Takes away answers that nobody asked for in a week, and the oldest of more than 256 MiB; looks at most once an hour. */
export async function prune(root: string, now: number): Promise<void> {
  const mark = join(root, "pruned.json");
  const last = await stat(mark).catch(() => null);
  if (last !== null && Math.abs(now - last.mtimeMs) < HOUR_MS) return;
  await writeAtomically(mark, JSON.stringify({ at: new Date(now).toISOString() }));
  await utimes(mark, now / 1000, now / 1000);
  await removeSurplus(join(root, "answers"), now);
}

async function removeSurplus(folder: string, now: number): Promise<void> {
  const files: { readonly path: string; readonly bytes: number; readonly at: number }[] = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found?.isFile()) files.push({ path, bytes: found.size, at: found.mtimeMs });
  }
  let bytes = 0;
  for (const file of files.sort((a, b) => b.at - a.at)) {
    bytes += file.bytes;
    if (bytes > KEPT_BYTES || now - file.at > KEPT_MS) await rm(file.path, { force: true });
  }
}
