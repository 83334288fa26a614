import { type BigIntStats, constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { isCode } from "../files.js";
import { rememberedSha256, sha256OfFile } from "../sha256.js";
import { Damaged } from "./record.js";

const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/** A part of an entry, open, its bytes checked. */
export interface OpenPart {
  readonly handle: FileHandle;
  readonly stats: BigIntStats;
}

/**
 * Opens a part; the caller closes it. `remembered`: what was found whole in this process is not read again while it is
 * the same file. @throws Damaged where it is not there, no plain file, or of other bytes
 */
export async function openPart(
  path: string,
  sha256: string,
  options: { readonly reading: "remembered" | "always"; readonly signal?: AbortSignal },
): Promise<OpenPart> {
  const { reading, signal } = options;
  const handle = await openPlainly(path);
  try {
    const stats = await handle.stat({ bigint: true });
    if (!stats.isFile()) throw new Damaged("a part of it is no file");
    const found =
      reading === "always" ? await sha256OfFile(handle, signal) : (await rememberedSha256(handle, signal)).sha256;
    if (found !== sha256) throw new Damaged("its sha256 is not the one it had");
    return { handle, stats };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Neither follows a link nor waits for a FIFO. */
async function openPlainly(path: string): Promise<FileHandle> {
  try {
    return await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    if (["ENOENT", "ELOOP", "ENXIO", "EMLINK"].some((code) => isCode(error, code))) {
      throw new Damaged("a part of it is missing");
    }
    throw error;
  }
}
