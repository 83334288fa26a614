import { open, readdir } from "node:fs/promises";
import { Command } from "../command/index.js";
import type { Archive } from "./record.js";
import { Damaged } from "./record.js";

/** Writes a folder's content to a new file as a tar archive (pax), with modes, times and links. */
export async function packFolder(
  folder: string,
  to: { readonly file: string; readonly archive: Archive },
  signal: AbortSignal,
): Promise<void> {
  const handle = await open(to.file, "wx", 0o600);
  try {
    await tar("--create", compression(to.archive, "pack"), "--format=posix", `--directory=${folder}`, "--file=-", ".")
      .stdout(handle.fd)
      .signal(signal)
      .run();
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Unpacks an archive into an empty folder. Nothing is written outside of it, whatever the archive holds: tar takes the
 * leading part off absolute names, refuses those with `..`, and makes links that lead elsewhere only when all else is done.
 *
 * @param fd the archive, open, at its beginning
 * @throws Damaged for an archive with devices
 */
export async function unpackFolder(
  from: { readonly fd: number; readonly archive: Archive },
  into: string,
  signal: AbortSignal,
): Promise<void> {
  await tar(
    "--extract",
    compression(from.archive, "unpack"),
    "--preserve-permissions",
    "--no-same-owner",
    `--directory=${into}`,
    "--file=-",
  )
    .stdin(from.fd)
    .signal(signal)
    .run();
  // Nobody else could have made them.
  if (process.getuid?.() === 0 && (await hasDevices(into))) throw new Damaged("its archive holds devices");
}

/** How folders are best archived here: zstd where it is to be had. */
export async function bestArchive(): Promise<Archive> {
  const { reason } = await new Command("zstd", ["--version"]).timeout(10_000).allowFailure().run();
  return reason === null ? "tar+zstd" : "tar+gzip";
}

/** TAR_OPTIONS and the like of the machine must not reach it: `-P` would undo what keeps hostile archives in. */
function tar(...args: readonly (string | null)[]): Command {
  return new Command(
    "tar",
    args.filter((arg) => arg !== null),
  )
    .envPassCommon()
    .envPass("SystemRoot")
    .stderr("capture");
}

function compression(archive: Archive, way: "pack" | "unpack"): string | null {
  if (archive === "tar") return null;
  if (archive === "tar+gzip") return "--gzip";
  // The files are wheels for the most part, which can't be made much smaller.
  return `--use-compress-program=${way === "pack" ? "zstd -q -1 -T0" : "zstd -q"}`;
}

async function hasDevices(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.some((entry) => entry.isBlockDevice() || entry.isCharacterDevice());
}
