import { mkdir, rename, rm, statfs } from "node:fs/promises";
import { giveTo } from "../give-to.js";
import { type Contents, Listing } from "./listing.js";
import { ImageError, type ImageFormat } from "./model.js";
import type { Parts } from "./parts.js";
import { isMissing, runTool } from "./tool.js";

const UNPACK_TIMEOUT_MS = 300_000;

interface Unpacking {
  readonly file: string;
  readonly format: ImageFormat;
  readonly parts: Parts;
  readonly signal: AbortSignal | undefined;
}

/**
 * Unpacks an image to where the environment belongs, in parallel where the format allows it: beside it first, so that
 * nobody sees half an environment. All is this user's own in the end.
 *
 * @throws ImageError `missing-tool` without the program for the format, `refused`, `no-space` or `failed`.
 */
export async function unpackImage(request: Unpacking): Promise<void> {
  const { parts } = request;
  await mkdir(parts.folder, { recursive: true, mode: 0o700 });
  await rm(parts.unpacked, { recursive: true, force: true });
  try {
    const contents = await list(request);
    await refuseWithoutSpace(parts.folder, contents.bytes);
    await extract(request);
    await own(parts.unpacked, contents);
    await rm(parts.environment, { recursive: true, force: true, maxRetries: 3 });
    await rename(parts.unpacked, parts.environment);
  } catch (error) {
    await rm(parts.unpacked, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    throw isMissing(error) ? missing(request.format, error as Error) : error;
  }
}

async function list({ file, format, signal }: Unpacking): Promise<Contents> {
  const listing = new Listing();
  const line = (text: string) => listing.add(text);
  const [program, args] =
    format === "squashfs"
      ? ["unsquashfs", ["-no-progress", "-lln", file]]
      : ["tar", ["-t", "-v", "--numeric-owner", "-f", file]];
  await runTool(program as string, args as string[], { timeoutMs: UNPACK_TIMEOUT_MS, signal, line });
  return listing.contents();
}

async function extract({ file, format, parts, signal }: Unpacking): Promise<void> {
  const call = { timeoutMs: UNPACK_TIMEOUT_MS, signal };
  if (format === "squashfs") {
    const args = ["-no-progress", "-quiet", "-no-xattrs", "-dest", parts.unpacked, file];
    await runTool("unsquashfs", args, call);
    return;
  }
  await mkdir(parts.unpacked, { mode: 0o755 });
  await runTool("tar", ["-x", "-p", "--no-same-owner", "-f", file, "-C", parts.unpacked], call);
}

async function refuseWithoutSpace(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (bytes > free)
    throw new ImageError("no-space", `the image unpacks to ${mib(bytes)}, and ${folder} has ${mib(free)} free`);
}

function mib(bytes: number): string {
  return `${Math.ceil(bytes / 1024 ** 2)} MiB`;
}

// unsquashfs gives files to the owner that the image names, where it can: as root.
async function own(folder: string, contents: Contents): Promise<void> {
  const [uid, gid] = [process.getuid?.(), process.getgid?.()];
  if (uid !== 0 || gid === undefined || contents.ownedBy(uid, gid)) return;
  await giveTo(folder, { uid, gid });
}

function missing(format: ImageFormat, cause: Error): ImageError {
  const what = format === "squashfs" ? "squashfs-tools is missing" : cause.message;
  return new ImageError("missing-tool", `${what}, so the environment's image can't be unpacked`, { cause });
}
