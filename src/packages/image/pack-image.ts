import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { type Image, ImageError, type ImageFormat } from "./model.js";
import { packSquashfs } from "./pack-squashfs.js";
import { packTar } from "./pack-tar.js";
import { UNFINISHED } from "./parts.js";
import { isMissing } from "./tool.js";
import { digestOf } from "./verify.js";

export interface PackRequest {
  /** The folder to pack, or the mount point of an opened image; absolute. */
  readonly environment: string;
  /** Where the image goes; absolute. What is there is replaced. */
  readonly file: string;
  readonly platform: NodeJS.Platform;
  readonly signal?: AbortSignal | undefined;
  /** Told, in a sentence, why the image is not the best that there is. */
  readonly note?: (line: string) => void;
}

/**
 * Packs an environment into one file: squashfs, which can be mounted, else a tar archive. Sockets, pipes, devices and
 * extended attributes are left out; owners, modes and times are kept. Nobody ever sees half of the file. Nothing may
 * write to the environment meanwhile.
 *
 * @throws ImageError where it can't be packed (the file is then as it was before); the signal's reason when aborted.
 */
export async function packImage(request: PackRequest): Promise<Image> {
  const { file, platform, signal } = request;
  if (platform === "win32") throw new ImageError("unsupported", "environment images are not made on Windows");
  const unfinished = `${file}.${randomBytes(6).toString("hex")}${UNFINISHED}`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const format = await packInto(unfinished, request);
    await sync(unfinished);
    const { sha256, bytes } = await digestOf(unfinished, signal);
    await rename(unfinished, file);
    return { file, sha256, bytes, format };
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw asImageError(error, signal);
  }
}

async function packInto(unfinished: string, request: PackRequest): Promise<ImageFormat> {
  const packing = { environment: request.environment, file: unfinished, signal: request.signal };
  try {
    await packSquashfs(packing);
    return "squashfs";
  } catch (error) {
    if (!isMissing(error)) throw error;
    if (request.platform === "linux")
      request.note?.(
        "squashfs-tools is missing: the environment's image is a tar archive, which is slower to restore.",
      );
    return packTar(packing);
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function asImageError(error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted || error instanceof ImageError) return signal?.aborted ? signal.reason : error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  return new ImageError(code === "ENOSPC" || code === "EDQUOT" ? "no-space" : "failed", message, { cause: error });
}
