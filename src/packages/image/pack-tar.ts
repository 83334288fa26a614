import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import type { ImageFormat } from "./model.js";
import { PACK_TIMEOUT_MS, type Packing } from "./pack-squashfs.js";
import { isMissing, runTool } from "./tool.js";

/** Packs a folder by tar, compressed by zstd where there is one, else by gzip. For GNU tar and bsdtar. */
export async function packTar({ environment, file, signal }: Packing): Promise<ImageFormat> {
  const names = await membersOf(environment);
  const zstd = await hasZstd();
  // The fastest levels: what is compressed is fetched once and unpacked once, and somebody waits for each.
  const program = zstd ? "zstd -1 -T0" : "gzip -1";
  const options = ["--null", "--no-recursion", "--use-compress-program", program];
  await runTool("tar", ["-c", "-f", file, "-C", environment, ...options, "-T", "-"], {
    timeoutMs: PACK_TIMEOUT_MS,
    stdin: names.map((name) => `./${name}\0`).join(""),
    signal,
  });
  return zstd ? "tar+zstd" : "tar+gzip";
}

async function hasZstd(): Promise<boolean> {
  try {
    await runTool("zstd", ["--version"], { timeoutMs: 5000 });
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

// Folders come before what is in them.
async function membersOf(environment: string): Promise<readonly string[]> {
  const entries = await readdir(environment, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() || entry.isDirectory() || entry.isSymbolicLink())
    .map((entry) => relative(environment, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}
