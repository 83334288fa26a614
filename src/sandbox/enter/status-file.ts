import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** As much as is read of what a helper has to say. */
const MOST = 64 * 1024;

/** A file without a name that a helper writes to, by its descriptor: so nothing else can, and nothing of it is left. */
export class StatusFile {
  readonly fd: number;

  constructor() {
    const folder = mkdtempSync(join(tmpdir(), "forgexec-"));
    try {
      this.fd = openSync(join(folder, "status"), "wx+", 0o600);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  read(): string {
    const buffer = Buffer.alloc(Math.min(MOST, fstatSync(this.fd).size));
    return buffer.toString("utf8", 0, readSync(this.fd, buffer, 0, buffer.length, 0));
  }

  close(): void {
    closeSync(this.fd);
  }
}
