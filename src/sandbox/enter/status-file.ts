import { closeSync, constants, fstatSync, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** As much as is read of what a helper has to say. */
const MOST = 64 * 1024;

/** A file without a name that a helper writes to, by its descriptor: so nothing else can, and nothing of it is left. */
export class StatusFile {
  readonly fd: number;

  constructor() {
    this.fd = openNameless("/dev/shm") ?? openNameless(tmpdir()) ?? openAndRemove();
  }

  read(): string {
    const buffer = Buffer.alloc(Math.min(MOST, fstatSync(this.fd).size));
    return buffer.toString("utf8", 0, readSync(this.fd, buffer, 0, buffer.length, 0));
  }

  close(): void {
    closeSync(this.fd);
  }
}

/** open(2)'s O_TMPFILE, less O_DIRECTORY, which is part of it and differs between processors. */
const TMPFILE = 0o20000000;

/** A file that never had a name; null: the folder's file system has no such files. */
function openNameless(folder: string): number | null {
  try {
    return openSync(folder, constants.O_RDWR | constants.O_DIRECTORY | TMPFILE, 0o600);
  } catch {
    return null;
  }
}

function openAndRemove(): number {
  const folder = mkdtempSync(join(tmpdir(), "forgexec-"));
  try {
    return openSync(join(folder, "status"), "wx+", 0o600);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
