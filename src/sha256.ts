import { createHash } from "node:crypto";
import type { BigIntStats } from "node:fs";
import type { FileHandle } from "node:fs/promises";

const READ_BYTES = 1024 * 1024;

/** sha256 of an open file's bytes, in hex. Leaves its position as it is. @throws the signal's reason when aborted */
export async function sha256OfFile(handle: FileHandle, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(READ_BYTES);
  for (let position = 0; ; ) {
    signal?.throwIfAborted();
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) return hash.digest("hex");
    hash.update(buffer.subarray(0, bytesRead));
    position += bytesRead;
  }
}

const known = new Map<string, string>();

/** As `sha256OfFile`, but what was read once in this process is not read again while inode, size and time are the same. */
export async function rememberedSha256(
  handle: FileHandle,
  signal?: AbortSignal,
): Promise<{ readonly sha256: string; readonly stats: BigIntStats }> {
  const stats = await handle.stat({ bigint: true });
  const before = known.get(identityOf(stats));
  if (before !== undefined) return { sha256: before, stats };
  const sha256 = await sha256OfFile(handle, signal);
  // It may have been written to meanwhile.
  const after = await handle.stat({ bigint: true });
  if (identityOf(after) === identityOf(stats)) known.set(identityOf(stats), sha256);
  return { sha256, stats };
}

function identityOf({ dev, ino, size, mtimeNs }: BigIntStats): string {
  return `${dev} ${ino} ${size} ${mtimeNs}`;
}
