import {
  closeSync,
  constants,
  fstatSync,
  mkdtempSync,
  openSync,
  readSync,
  rmdirSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { notStarted } from "../refuse.js";

/** As much as is read of what a helper has to say. */
const MOST = 64 * 1024;

/** A file without a name, which a helper has by its descriptor: nothing else can read or write it, and nothing of it is left. */
export class NamelessFile {
  readonly fd: number;

  /** @throws CommandError "spawn" where there can be none, as with too few descriptors. */
  constructor() {
    try {
      this.fd = openNameless("/dev/shm") ?? openNameless(tmpdir()) ?? openAndRemove();
    } catch (error) {
      throw notStarted(error);
    }
  }

  /** One for a program that reads these bytes from its beginning. */
  static of(bytes: Buffer): NamelessFile {
    const file = new NamelessFile();
    writeSync(file.fd, bytes, 0, null, 0);
    return file;
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
    const path = join(folder, "status");
    const file = openSync(path, "wx+", 0o600);
    unlinkSync(path);
    return file;
  } finally {
    // Not by rmSync, which opens the folder: there may be no descriptor left.
    rmdirSync(folder);
  }
}
