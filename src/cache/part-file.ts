import { type BigIntStats, constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { isCode } from "../files.js";
import { sha256OfFile } from "../sha256.js";
import { Damaged } from "./record.js";

const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/** A part of an entry, open, its bytes checked. */
export interface OpenPart {
  readonly handle: FileHandle;
  readonly stats: BigIntStats;
}

/** Opens the parts of entries. What was found whole is not read again, while inode, size and time are the same. */
export class PartFiles {
  readonly #verified = new Map<string, string>();

  /** Opens a part; the caller closes it. @throws Damaged where it is not there, no plain file, or of other bytes */
  async open(path: string, sha256: string, signal?: AbortSignal): Promise<OpenPart> {
    const handle = await openPlainly(path);
    try {
      const stats = await handle.stat({ bigint: true });
      if (!stats.isFile()) throw new Damaged("a part of it is no file");
      const stamp = `${stats.dev} ${stats.ino} ${stats.size} ${stats.mtimeNs}`;
      if (this.#verified.get(stamp) !== sha256) {
        if ((await sha256OfFile(handle, signal)) !== sha256) throw new Damaged("its sha256 is not the one it had");
        this.#verified.set(stamp, sha256);
      }
      return { handle, stats };
    } catch (error) {
      await handle.close();
      throw error;
    }
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
