import { rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { ImageError } from "./model.js";
import { mountPoints } from "./mount-table.js";
import { PART_NAMES, type Parts } from "./parts.js";
import { runAsRoot } from "./privileged.js";

const CALL = { timeoutMs: 10_000 };
/** What still runs in the environment gets so long to end; then the mount goes as soon as it does. */
const PAUSES_MS = [20, 80];

/**
 * Unmounts what is mounted at an environment and its parts, and removes the parts; the image's file stays. Whatever
 * still runs in it keeps the files that it has open. Nothing to do: one look at the table of mounts.
 *
 * @throws ImageError where a mount stays, with what to do.
 */
export async function removeParts(parts: Parts): Promise<void> {
  // A mount in the environment that somebody else made goes with it, lazily; so does one over another.
  const ours = [parts.environment, parts.lower, parts.memory];
  const mounted = (await mountPoints()).filter((point) => ours.includes(point));
  for (const point of ours.flatMap((path) => mounted.filter((other) => other === path))) await unmount(point);
  // The mount point, which is empty without a mount.
  await rmdir(parts.environment).catch(() => undefined);
  for (const name of PART_NAMES) await removeTree(join(parts.folder, name));
  // Unless the image's file is in it.
  await rmdir(parts.folder).catch(() => undefined);
}

async function unmount(point: string): Promise<void> {
  for (const pause of PAUSES_MS) {
    try {
      await runAsRoot("umount", ["--", point], CALL);
      return;
    } catch {
      await delay(pause);
    }
  }
  try {
    await runAsRoot("umount", ["-l", "--", point], CALL);
  } catch (error) {
    throw new ImageError("failed", `${point} is still mounted; unmount it with: sudo umount -l '${point}'`, {
      cause: error,
    });
  }
}

// Overlay leaves folders of root's there, and so do commands that run as root.
async function removeTree(path: string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    const args = ["-rf", "--one-file-system", "--", path];
    await runAsRoot("rm", args, { timeoutMs: 60_000 }).catch(() => {
      throw new ImageError("failed", `${path} could not be removed: ${(error as Error).message}`, { cause: error });
    });
  }
}
