import * as z from "zod/mini";
import { UsageError } from "../errors.js";
import { asOwner, type Owner } from "../owner.js";
import { readRegularFile } from "../read-file.js";
import { isCode } from "./files.js";

const section = z.object({
  name: z.string(),
  repository: z.string(),
  username: z.nullable(z.string()),
  password: z.nullable(z.string()),
});

const participant = z.object({
  id: z.string(),
  owner: z.custom<Owner>((value) => asOwner(value) !== null),
  project: z.string(),
  sections: z.readonly(z.array(section)),
  definitions: z.record(z.string(), z.string()),
});

const standing = z.object({
  content: z.string(),
  mode: z.number(),
  uid: z.number(),
  gid: z.number(),
  atimeMs: z.number(),
  mtimeMs: z.number(),
});

const journal = z.object({
  target: z.string(),
  /** The user's file without forgexec's part; null: there was none. */
  before: z.nullable(standing),
  /** Hashes of what the file may hold if nobody else has written to it. */
  expected: z.readonly(z.array(z.string())),
  participants: z.readonly(z.array(participant)),
});

/** A run whose sections are in the file: who, its project for messages, and by section a hash of what the spec says of it. */
export type Participant = z.infer<typeof participant>;
export type Journal = z.infer<typeof journal>;

const LARGEST = 64 * 1024 * 1024;

/**
 * Reads the journal at `path`; null where there is none, or what is there is none of forgexec's.
 * @throws UsageError `pypirc-unusable` where something else stands there that can't be replaced
 */
export async function readJournal(path: string): Promise<Journal | null> {
  try {
    const content = await readRegularFile(path, LARGEST);
    if ("bytes" in content) return parseJournal(content.bytes.toString("utf8"));
    if (content.problem === "too-large") return null;
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
  throw new UsageError(
    "pypirc-unusable",
    `${path} is no regular file, so forgexec can't keep there what it has to put back in ~/.pypirc. Remove it.`,
  );
}

function parseJournal(text: string): Journal | null {
  try {
    const read = journal.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
