import { chmod, mkdir, utimes } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { makeOwnFolder, type OwnFolder } from "../own-folder.js";
import { unpackFolder } from "./archive.js";
import { openPart } from "./part-file.js";
import { putFile } from "./put-file.js";
import type { EntryRecord, Part } from "./record.js";
import { type Change, swapIn } from "./swap-in.js";

/** An entry to be unpacked. */
export interface PackedEntry {
  readonly folder: string;
  readonly record: EntryRecord;
}

/**
 * Puts an entry's files to their paths: each is checked and made ready in a folder beside its path, then all are renamed.
 *
 * @throws Damaged; faults of the file system and of tar, with everything as it was before
 */
export async function unpackEntry(entry: PackedEntry, signal: AbortSignal): Promise<void> {
  const { paths, parts } = entry.record;
  const folders: OwnFolder[] = [];
  try {
    const changes: Change[] = [];
    for (const [index, part] of parts.entries()) {
      const path = resolve(paths[index] as string);
      const own = await makeOwnFolder(dirname(path), stagingPrefix(path));
      folders.push(own);
      const fresh = join(own.path, "new");
      if (part.kind !== "absent") await unpackPart(entry, { index, part, to: fresh }, signal);
      const old = join(own.path, "old");
      await mkdir(old, { mode: 0o700 });
      changes.push({ path, fresh: part.kind === "absent" ? null : fresh, old });
    }
    signal.throwIfAborted();
    await swapIn(changes);
  } finally {
    await Promise.all(folders.map((own) => own.remove()));
  }
}

/** What the names of the folders begin with that entries are made ready in beside their path; the next restore of that path clears them. */
export function stagingPrefix(path: string): string {
  return `.${basename(path).slice(0, 200)}.restore-`;
}

async function unpackPart(
  { folder }: PackedEntry,
  {
    index,
    part,
    to,
  }: { readonly index: number; readonly part: Exclude<Part, { kind: "absent" }>; readonly to: string },
  signal: AbortSignal,
): Promise<void> {
  const path = join(folder, String(index));
  const { handle, stats } = await openPart(path, part.sha256, { reading: "remembered", signal });
  try {
    if (part.kind === "folder") {
      await mkdir(to, { mode: 0o700 });
      await unpackFolder({ fd: handle.fd, archive: part.archive }, to, signal);
    } else if ((await putFile({ path, stats }, to)) === "copied") {
      await chmod(to, part.mode & 0o777);
      await utimes(to, part.mtimeMs / 1000, part.mtimeMs / 1000);
    }
  } finally {
    await handle.close();
  }
}
