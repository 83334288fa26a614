import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { isCode, writeAtomically } from "../files.js";
import { readRegularFile } from "../read-file.js";

/** Version of what an entry's folder looks like. */
const FORMAT = 1;
const NAME = "record";
const LIMIT = 1024 * 1024;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const bytes = z.number().int().nonnegative();

const part = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("file"), sha256, bytes, mode: z.number().int().min(0).max(0o7777), mtimeMs: z.number() }),
  z.object({ kind: z.literal("folder"), sha256, bytes, archive: z.enum(["tar", "tar+zstd", "tar+gzip"]) }),
  z.object({ kind: z.literal("absent") }),
]);

const schema = z
  .object({
    format: z.literal(FORMAT),
    key: z.string(),
    paths: z.array(z.string()).min(1),
    parts: z.array(part),
    bytes,
    created: z.number(),
  })
  .refine(({ paths, parts }) => paths.length === parts.length);

/** What is kept for one path: the file itself or a folder's archive, in the entry's folder under the path's number. */
export type Part = z.infer<typeof part>;
export type Archive = Extract<Part, { kind: "folder" }>["archive"];

/** What an entry's folder holds. */
export interface EntryRecord {
  readonly key: string;
  readonly paths: readonly string[];
  readonly parts: readonly Part[];
  /** Of all parts. */
  readonly bytes: number;
  /** In ms since the epoch. */
  readonly created: number;
}

/** The name of an entry: its key and paths, and the format. */
export function entryId(key: string, paths: readonly string[]): string {
  return createHash("sha256")
    .update(JSON.stringify([FORMAT, key, paths]))
    .digest("hex");
}

export function recordPath(folder: string): string {
  return join(folder, NAME);
}

/** Writes the record of an entry: a line with the sha256 of the rest, then JSON. */
export async function writeRecord(folder: string, record: EntryRecord): Promise<void> {
  const body = JSON.stringify({ format: FORMAT, ...record });
  await writeAtomically(recordPath(folder), `${digest(body)}\n${body}\n`);
}

/** Reads the record of an entry; null: there is none. @throws Damaged; other faults of the file system as they are */
export async function readRecord(folder: string): Promise<EntryRecord | null> {
  const content = await readRegularFile(recordPath(folder), LIMIT).catch((error: unknown) => {
    if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return null;
    throw error;
  });
  if (content === null) return null;
  const [line = "", body = ""] = "bytes" in content ? content.bytes.toString("utf8").split("\n") : [];
  if (line !== digest(body)) throw new Damaged("its record is damaged");
  const { success, data } = schema.safeParse(parsed(body));
  if (!success) throw new Damaged("another version of forgexec wrote it");
  return data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** An entry that can't be used, now or later. The message goes on from "the entry … is dropped:". */
export class Damaged extends Error {
  override readonly name = "Damaged";
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
