import { chmod, mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Parts } from "./parts.js";
import { mayNot, runAsRoot } from "./privileged.js";

const MOUNT_TIMEOUT_MS = 10_000;
const SAFE = "nodev,nosuid";

/**
 * Mounts a squashfs image read-only, and over it, at the environment's place, a file system that takes up changes: on
 * the disk, or in memory where the disk's file system can't be the upper one (in a container it is often an overlay
 * itself). The image is never written to.
 *
 * @throws ImageError where it can't be mounted; what was mounted by then stays, for `removeParts`.
 */
export async function mountImage(file: string, parts: Parts): Promise<void> {
  await mkdir(parts.lower, { recursive: true, mode: 0o700 });
  await rm(parts.environment, { recursive: true, force: true, maxRetries: 3 });
  await mkdir(parts.environment, { mode: 0o755 });
  await mountLower(file, parts);
  try {
    await mountOverlay(parts, ".");
  } catch {
    await mountMemory(parts);
    await mountOverlay(parts, "memory");
  }
}

// Another run that just lets go of the same file's loop device can make this fail.
async function mountLower(file: string, { lower, folder }: Parts): Promise<void> {
  const args = ["-t", "squashfs", "-o", `loop,ro,${SAFE}`, "--", file, lower];
  const call = { timeoutMs: MOUNT_TIMEOUT_MS, cwd: folder };
  await runAsRoot("mount", args, call).catch((error: unknown) => {
    if (mayNot(error)) throw error;
    return runAsRoot("mount", args, call);
  });
}

// Folders are named from the working directory: a comma, colon or backslash in a path would end the option.
async function mountOverlay({ folder, lower, environment }: Parts, writable: string): Promise<void> {
  const [upper, work] = [join(writable, "upper"), join(writable, "work")];
  await mkdir(join(folder, upper), { mode: 0o755 });
  await mkdir(join(folder, work), { mode: 0o700 });
  // The environment's own folder is the upper one, as this user's.
  await chmod(join(folder, upper), (await stat(lower)).mode & 0o777);
  const layers = `lowerdir=lower,upperdir=${upper},workdir=${work}`;
  // With redirect_dir a folder of the image can be renamed, as on any file system; nothing there has to last: volatile.
  const tries = [`${SAFE},redirect_dir=on,volatile,${layers}`, `${SAFE},${layers}`];
  let failure: unknown;
  for (const options of tries) {
    try {
      const args = ["-t", "overlay", "-o", options, "--", "overlay", environment];
      await runAsRoot("mount", args, { timeoutMs: MOUNT_TIMEOUT_MS, cwd: folder });
      return;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

async function mountMemory({ folder, memory }: Parts): Promise<void> {
  await mkdir(memory, { mode: 0o700 });
  const owner = `uid=${process.getuid?.() ?? 0},gid=${process.getgid?.() ?? 0}`;
  const args = ["-t", "tmpfs", "-o", `${SAFE},mode=0700,${owner}`, "--", "tmpfs", memory];
  await runAsRoot("mount", args, { timeoutMs: MOUNT_TIMEOUT_MS, cwd: folder });
}
