import { Writable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import type { Masker, MaskStream } from "./services.js";

/** A line longer than this, in UTF-16 units, is passed on in parts. */
const LONGEST_LINE = 64 * 1024;

/**
 * Turns a command's bytes into texts of whole lines, masked. Characters split between chunks are put together;
 * a last line without newline is a line; a secret is masked across chunks, and across the parts of a long line.
 */
export class LineOutput extends Writable {
  readonly #decoder = new StringDecoder("utf8");
  readonly #masked: MaskStream;
  readonly #take: (text: string) => Promise<void> | undefined;
  /** The beginning of a line, masked. */
  #rest = "";

  constructor(masker: Masker, take: (text: string) => Promise<void> | undefined) {
    super({ highWaterMark: 256 * 1024 });
    this.#masked = masker.stream();
    this.#take = take;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    const waits = [this.#takeLines(this.#masked.push(this.#decoder.write(chunk))), this.#passLongLine()].filter(
      (wait) => wait !== undefined,
    );
    if (waits.length === 0) done();
    else Promise.all(waits).then(() => done(), done);
  }

  override _final(done: (error?: Error | null) => void): void {
    const text = this.#rest + this.#masked.push(this.#decoder.end()) + this.#masked.end();
    this.#rest = "";
    const wait = text === "" ? undefined : this.#take(breakLongLines(text));
    if (wait === undefined) done();
    else wait.then(() => done(), done);
  }

  #takeLines(text: string): Promise<void> | undefined {
    // Looked for in what is new only: a line may come a character at a time.
    const end = text.lastIndexOf("\n");
    const lines = this.#rest + text.slice(0, Math.max(end, 0));
    this.#rest = end < 0 ? this.#rest + text : text.slice(end + 1);
    return end < 0 ? undefined : this.#take(breakLongLines(lines));
  }

  #passLongLine(): Promise<void> | undefined {
    if (this.#rest.length <= LONGEST_LINE) return undefined;
    const parts = partsOf(this.#rest);
    this.#rest = parts.pop() ?? "";
    return this.#take(parts.join("\n"));
  }
}

/** Breaks lines over the bound into several. */
function breakLongLines(text: string): string {
  return hasLongLine(text) ? text.split("\n").flatMap(partsOf).join("\n") : text;
}

/** Leaps from line's end to line's end, as far as the bound allows: output is mostly short lines. */
function hasLongLine(text: string): boolean {
  let start = 0;
  while (text.length - start > LONGEST_LINE) {
    const end = text.lastIndexOf("\n", start + LONGEST_LINE);
    if (end < start) return true;
    start = end + 1;
  }
  return false;
}

function partsOf(line: string): string[] {
  const parts: string[] = [];
  let start = 0;
  while (line.length - start > LONGEST_LINE) {
    const cut = wholeCharacters(line, start + LONGEST_LINE);
    parts.push(line.slice(start, cut));
    start = cut;
  }
  parts.push(line.slice(start));
  return parts;
}

/** The given cut, or the one before it where it would fall inside a surrogate pair. */
function wholeCharacters(text: string, cut: number): number {
  const unit = text.charCodeAt(cut - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? cut - 1 : cut;
}
