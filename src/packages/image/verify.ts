import { open } from "node:fs/promises";
import { sha256OfFile } from "../../sha256.js";
import { ImageError } from "./model.js";

/** What was found in this process: a file is not read again while it is the same one, of the same size and time. */
const known = new Map<string, string>();

/** sha256 of a file in hex, and its size. @throws the system's error where it can't be read. */
export async function digestOf(path: string, signal?: AbortSignal): Promise<{ sha256: string; bytes: number }> {
  const file = await open(path, "r");
  try {
    const { dev, ino, size, mtimeNs } = await file.stat({ bigint: true });
    const identity = `${dev} ${ino} ${size} ${mtimeNs}`;
    const bytes = Number(size);
    const before = known.get(identity);
    if (before !== undefined) return { sha256: before, bytes };
    const sha256 = await sha256OfFile(file, signal);
    const after = await file.stat({ bigint: true });
    if (after.size === size && after.mtimeNs === mtimeNs) known.set(identity, sha256);
    return { sha256, bytes };
  } finally {
    await file.close();
  }
}

/** @throws ImageError `damaged` where the file's bytes are not those that were packed. */
export async function verifyImage(path: string, sha256: string, signal?: AbortSignal): Promise<void> {
  const found = await digestOf(path, signal);
  if (found.sha256 !== sha256)
    throw new ImageError("damaged", `${path} is damaged: its sha256 is ${found.sha256}, not ${sha256}`);
}
