import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const made: string[] = [];

/** A cache directory whose name other tests do not look for among this machine's mounts: environments may be mounted in it. */
export function cacheFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "forgexec-kept-"));
  made.push(folder);
  return folder;
}

export function removeCacheFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
