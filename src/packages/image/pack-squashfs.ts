import { runTool } from "./tool.js";

/** What is packed, and into which file, which is not there yet. */
export interface Packing {
  readonly environment: string;
  readonly file: string;
  readonly signal: AbortSignal | undefined;
}

/** An environment of gigabytes on a slow disk still packs within it. */
export const PACK_TIMEOUT_MS = 300_000;

// Chosen by bench/image.mjs: lz4 packs a little faster, into a file that is larger by a third; gzip is beaten in all.
const COMPRESSION = ["-comp", "zstd", "-Xcompression-level", "1"];

const OPTIONS = [
  ...["-no-progress", "-quiet", "-noappend", "-no-recovery", "-no-xattrs"],
  // Its queues: a quarter of the machine's memory by default, and no faster for it.
  ...["-mem", "256M"],
  // Else a file that can't be read is packed as an empty one, with success.
  "-exit-on-error",
  ...["-action", "exclude @ type(s) || type(p) || type(b) || type(c)"],
];

/** Packs a folder into a squashfs file. @throws ImageError `missing-tool` without mksquashfs. */
export async function packSquashfs({ environment, file, signal }: Packing): Promise<void> {
  // Paths that begin with a dash would be options.
  await runTool("mksquashfs", [environment, file, ...OPTIONS, ...COMPRESSION], { timeoutMs: PACK_TIMEOUT_MS, signal });
}
