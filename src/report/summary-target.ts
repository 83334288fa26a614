import { appendFile, open, stat, writeFile } from "node:fs/promises";

/** A file that the summary is added to, or a function that takes it; `existingBytes`: what is there already. */
export type SummaryTarget =
  | { readonly file: string }
  | { readonly write: (markdown: string) => void | Promise<void>; readonly existingBytes?: number };

/** Below this even the shortest table has no place. */
const LEAST_ROOM = 16 * 1024;

/**
 * Writes a summary within the bound. GitHub drops a summary that is too large as a whole: where commands have filled the
 * file, ours is put first and theirs is cut.
 */
export async function writeSummary(
  target: SummaryTarget,
  maxBytes: number,
  text: (bytes: number) => string,
): Promise<void> {
  if ("write" in target) {
    await target.write(text(Math.max(0, maxBytes - (target.existingBytes ?? 0))));
    return;
  }
  const { file } = target;
  const existing = await sizeOf(file);
  const separator = existing > 0 ? "\n\n" : "";
  const room = maxBytes - existing - separator.length;
  if (existing === 0 || room >= LEAST_ROOM) {
    await appendFile(file, separator + text(room));
    return;
  }
  const note = "\n\n*What commands wrote here was cut: GitHub shows no summary over 1 MiB.*\n\n";
  const own = Buffer.from(text(Math.floor(maxBytes / 2)) + note);
  await writeFile(file, Buffer.concat([own, await headOf(file, Math.max(0, maxBytes - own.length))]));
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0;
    throw error;
  }
}

/** The whole lines within a file's first bytes. */
async function headOf(file: string, bytes: number): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    const read = buffer.subarray(0, bytesRead);
    return read.subarray(0, read.lastIndexOf("\n") + 1);
  } finally {
    await handle.close();
  }
}
