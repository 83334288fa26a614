import { constants } from "node:fs";
import { open } from "node:fs/promises";

/** What a path held: the bytes, or why not. */
export type FileContent =
  | { readonly bytes: Buffer }
  | {
      readonly problem: "directory" | "no-regular-file" | "too-large";
      readonly size: number;
      readonly mtimeMs: number;
    };

/** Larger than any file of settings. */
const MOST_TEXT = 16 * 1024 * 1024;

/** A text file that strangers may have put there, such as one of the project's; null where there is none, or none that can be read as one. */
export async function readText(path: string): Promise<string | null> {
  const content = await readRegularFile(path, MOST_TEXT).catch(() => null);
  return content !== null && "bytes" in content ? content.bytes.toString("utf8") : null;
}

/**
 * Reads a regular file of at most `limit` bytes, for paths that strangers choose: neither a FIFO nor a device, nor a file
 * of the kernel's that waits (`/proc/kmsg`) or never ends, holds anything up. Rejects as `open` and `read` do.
 */
export async function readRegularFile(path: string, limit: number): Promise<FileContent> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    const { size, mtimeMs } = stats;
    if (!stats.isFile()) return { problem: stats.isDirectory() ? "directory" : "no-regular-file", size, mtimeMs };
    if (size > limit) return { problem: "too-large", size, mtimeMs };
    // One more than it said it has: a file may grow, and the kernel's say 0.
    const buffer = Buffer.alloc(size > 0 ? size + 1 : limit + 1);
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length > limit) return { problem: "too-large", size: length, mtimeMs };
    return { bytes: buffer.subarray(0, length) };
  } finally {
    await file.close();
  }
}
