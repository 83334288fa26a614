import type { FileHandle } from "node:fs/promises";
import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";

const inflate = promisify(inflateRaw);

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MOST_COMMENT = 0xffff;
const MOST_DIRECTORY = 32 * 1024 * 1024;
const MOST_METADATA = 8 * 1024 * 1024;
const METADATA = /^[^/]+\.dist-info\/METADATA$/;

/** The file METADATA of a wheel (binary distribution format; ZIP without its 64-bit form); null: none that can be read. */
export async function wheelMetadata(handle: FileHandle, size: number): Promise<Buffer | null> {
  try {
    const entry = findEntry(await directoryOf(handle, size));
    if (entry === null || entry.size > MOST_METADATA || entry.packed > MOST_METADATA) return null;
    const local = await read(handle, entry.offset, 30);
    if (local.readUInt32LE(0) !== LOCAL) return null;
    const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    const bytes = await read(handle, start, entry.packed);
    if (entry.method === 0) return bytes;
    return entry.method === 8 ? await inflate(bytes, { maxOutputLength: MOST_METADATA }) : null;
  } catch {
    return null;
  }
}

async function directoryOf(handle: FileHandle, size: number): Promise<Buffer> {
  const length = Math.min(size, END_BYTES + MOST_COMMENT);
  const tail = await read(handle, size - length, length);
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END) continue;
    const bytes = tail.readUInt32LE(at + 12);
    if (bytes > MOST_DIRECTORY) break;
    return read(handle, tail.readUInt32LE(at + 16), bytes);
  }
  throw new Error("no directory");
}

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

function findEntry(directory: Buffer): Entry | null {
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY; ) {
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    if (METADATA.test(directory.toString("utf8", at + 46, nameEnd))) {
      return {
        method: directory.readUInt16LE(at + 10),
        packed: directory.readUInt32LE(at + 20),
        size: directory.readUInt32LE(at + 24),
        offset: directory.readUInt32LE(at + 42),
      };
    }
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return null;
}

async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new Error("too short");
  return buffer;
}
