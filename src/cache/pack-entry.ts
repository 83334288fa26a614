import { lstat, mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { isCode } from "../files.js";
import { rememberedSha256 } from "../sha256.js";
import { bestArchive, packFolder } from "./archive.js";
import { putFile, syncFile } from "./put-file.js";
import { type Archive, type EntryRecord, type Part, writeRecord } from "./record.js";

/** What an entry is made of. */
export interface EntrySource {
  readonly key: string;
  readonly paths: readonly string[];
  /** How a folder is kept; `best`: as small as is quickly done here. */
  readonly archive: Archive | "best";
  /** In ms since the epoch. */
  readonly created: number;
}

/** Makes an entry in a new folder. @throws where a path is neither file nor folder, or none of them exists */
export async function packEntry(folder: string, source: EntrySource, signal: AbortSignal): Promise<EntryRecord> {
  const { archive, ...rest } = source;
  await mkdir(folder, { mode: 0o700 });
  const parts: Part[] = [];
  for (const [index, path] of source.paths.entries()) {
    signal.throwIfAborted();
    parts.push(await packPart(path, { file: join(folder, String(index)), archive }, signal));
  }
  if (parts.every(({ kind }) => kind === "absent")) throw new Error(`there is nothing at ${source.paths.join(", ")}`);
  const bytes = parts.reduce((sum, part) => sum + (part.kind === "absent" ? 0 : part.bytes), 0);
  const record = { ...rest, parts, bytes };
  await writeRecord(folder, record);
  return record;
}

async function packPart(
  path: string,
  to: { readonly file: string; readonly archive: Archive | "best" },
  signal: AbortSignal,
): Promise<Part> {
  const stats = await lstat(path, { bigint: true }).catch((error: unknown) => {
    if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return null;
    throw error;
  });
  if (stats === null) return { kind: "absent" };
  if (stats.isDirectory()) {
    const archive = to.archive === "best" ? await bestArchive() : to.archive;
    await packFolder(path, { file: to.file, archive }, signal);
    return { kind: "folder", archive, ...(await measured(to.file, signal)) };
  }
  if (!stats.isFile()) throw new Error(`${path} is neither a file nor a folder`);
  if ((await putFile({ path, stats }, to.file)) === "copied") await syncFile(to.file);
  const mode = Number(stats.mode) & 0o777;
  return { kind: "file", mode, mtimeMs: Number(stats.mtimeNs / 1000n) / 1000, ...(await measured(to.file, signal)) };
}

async function measured(
  file: string,
  signal: AbortSignal,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const handle = await open(file, "r");
  try {
    const { sha256, stats } = await rememberedSha256(handle, signal);
    return { sha256, bytes: Number(stats.size) };
  } finally {
    await handle.close();
  }
}
