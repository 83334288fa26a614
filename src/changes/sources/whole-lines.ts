import { open } from "node:fs/promises";

const NEWLINE = 0x0a;
/** In bytes, read at a time. */
const PART = 256 * 1024;
/** In bytes. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** A line is longer than 64 MiB. */
export class LineTooLong extends Error {
  override readonly name = "LineTooLong";
}

/**
 * A file in parts of whole lines, the last of which may lack its newline. A part is overwritten by the next: of the file, no more than one is in
 * memory. @throws LineTooLong, and what the system says of a file that can't be read
 */
export async function* wholeLines(file: string, signal: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
  const handle = await open(file);
  try {
    let buffer = Buffer.allocUnsafe(PART);
    let filled = 0;
    for (;;) {
      signal.throwIfAborted();
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, null);
      if (bytesRead === 0) break;
      const end = filled + buffer.subarray(filled, filled + bytesRead).lastIndexOf(NEWLINE) + 1;
      const hasLine = end > filled;
      filled += bytesRead;
      if (hasLine) {
        yield buffer.subarray(0, end);
        buffer.copyWithin(0, end, filled);
        filled -= end;
      }
      if (filled > LONGEST_LINE) throw new LineTooLong();
      if (filled === buffer.length) buffer = Buffer.concat([buffer], 2 * filled);
    }
    if (filled > 0) yield buffer.subarray(0, filled);
  } finally {
    await handle.close();
  }
}

/** The texts of a part's lines. ASCII, as most lines are, takes half the memory and is parsed in half the time. */
export function* linesIn(part: Buffer): Generator<string, void, undefined> {
  let start = 0;
  for (let end = part.indexOf(NEWLINE); end >= 0; end = part.indexOf(NEWLINE, start)) {
    yield part.toString("utf8", start, end);
    start = end + 1;
  }
  if (start < part.length) yield part.toString("utf8", start);
}
