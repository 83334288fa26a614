import { open } from "node:fs/promises";
import { rememberedSha256 } from "../../sha256.js";
import { ImageError } from "./model.js";

/** sha256 of a file in hex, and its size. @throws the system's error where it can't be read. */
export async function digestOf(path: string, signal?: AbortSignal): Promise<{ sha256: string; bytes: number }> {
  const file = await open(path, "r");
  try {
    const { sha256, stats } = await rememberedSha256(file, signal);
    return { sha256, bytes: Number(stats.size) };
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
