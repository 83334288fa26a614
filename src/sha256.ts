import { createHash } from "node:crypto";
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
