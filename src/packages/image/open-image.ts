import { access, constants, lstat } from "node:fs/promises";
import { join } from "node:path";
import { formatOf } from "./format.js";
import { ImageError, type RestoredImage } from "./model.js";
import { mountImage } from "./mount-image.js";
import { type Parts, partsOf } from "./parts.js";
import { removeParts } from "./remove-parts.js";
import { unpackImage } from "./unpack-image.js";
import { verifyImage } from "./verify.js";

export interface OpenRequest {
  /** Absolute; never written to. It must stay until the image is closed. */
  readonly file: string;
  /** What it was when it was packed, in hex. */
  readonly sha256: string;
  /** Where the environment belongs; absolute. What is there is replaced. The caller holds its slot. */
  readonly environment: string;
  /** Whose Python its programs are links to; `image`: a container image's, which is not to be seen here. Default `machine`. */
  readonly python?: "machine" | "image";
  readonly mounting: "allowed" | "never";
  readonly platform: NodeJS.Platform;
  readonly signal?: AbortSignal | undefined;
  /** Told, in a sentence, why it was unpacked where mounting was allowed. */
  readonly note?: (line: string) => void;
}

/**
 * Brings an environment back from its image: verified, then mounted where that is allowed and can be done (by root, or
 * by sudo without a password), else unpacked. What an earlier run left mounted at its place is taken away first.
 *
 * @throws ImageError where it can't be used: there is then no environment, and nothing is mounted. The signal's reason
 *   when aborted, likewise.
 */
export async function openImage(request: OpenRequest): Promise<RestoredImage> {
  const { file, sha256, platform, signal } = request;
  if (platform === "win32") throw new ImageError("unsupported", "environment images are not used on Windows");
  const parts = await partsOf(request.environment);
  await removeParts(parts);
  try {
    await verifyImage(file, sha256, signal);
    const way = await restore(request, parts);
    await checkPython(parts.environment, request.python ?? "machine");
    signal?.throwIfAborted();
    return way === "mounted" ? { way, close: once(() => removeParts(parts)) } : { way, close: async () => undefined };
  } catch (error) {
    await removeParts(parts);
    signal?.throwIfAborted();
    throw asImageError(error);
  }
}

async function restore(request: OpenRequest, parts: Parts): Promise<RestoredImage["way"]> {
  const { file, mounting, platform, signal, note } = request;
  const format = await formatOf(file);
  if (mounting === "allowed" && platform === "linux" && format === "squashfs") {
    try {
      signal?.throwIfAborted();
      await mountImage(file, parts);
      return "mounted";
    } catch (error) {
      signal?.throwIfAborted();
      note?.(`The environment's image is unpacked, since it can't be mounted: ${(error as Error).message}.`);
      await removeParts(parts);
    }
  }
  await unpackImage({ file, format, parts, signal });
  return "unpacked";
}

// The cheap half of the question whether it works; the other is to start it.
async function checkPython(environment: string, whose: "machine" | "image"): Promise<void> {
  const python = join(environment, "bin", "python");
  try {
    if (whose === "image") await lstat(python);
    else await access(python, constants.X_OK);
  } catch (error) {
    throw new ImageError("refused", `${python} of the image is not there or can't be executed`, { cause: error });
  }
}

function asImageError(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof ImageError || code === undefined) return error;
  return new ImageError(code === "ENOSPC" || code === "EDQUOT" ? "no-space" : "failed", message, { cause: error });
}

function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= action();
    return running;
  };
}
