import { Writable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import type { Masker } from "./services.js";

/** A line longer than this, in UTF-16 units, is passed on in parts. */
const LONGEST_LINE = 64 * 1024;

/**
 * Turns a command's bytes into texts of whole lines, masked. Characters split between chunks are put together;
 * a last line without newline is a line; a secret in a line that is passed on in parts is masked across the parts.
 */
export class LineOutput extends Writable {
  readonly #decoder = new StringDecoder("utf8");
  readonly #masker: Masker;
  readonly #take: (text: string) => Promise<void> | undefined;
  #rest = "";

  constructor(masker: Masker, take: (text: string) => Promise<void> | undefined) {
    super({ highWaterMark: 256 * 1024 });
    this.#masker = masker;
    this.#take = take;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    const text = this.#rest + this.#decoder.write(chunk);
    const end = text.lastIndexOf("\n");
    this.#rest = text.slice(end + 1);
    const waits = [end < 0 ? undefined : this.#pass(text.slice(0, end)), this.#splitLongLine()].filter(
      (wait) => wait !== undefined,
    );
    if (waits.length === 0) done();
    else Promise.all(waits).then(() => done(), done);
  }

  override _final(done: (error?: Error | null) => void): void {
    const text = this.#rest + this.#decoder.end();
    this.#rest = "";
    const wait = text === "" ? undefined : this.#pass(text);
    if (wait === undefined) done();
    else wait.then(() => done(), done);
  }

  #pass(text: string): Promise<void> | undefined {
    const masked = this.#masker.mask(text);
    if (masked.length <= LONGEST_LINE) return this.#take(masked);
    return this.#take(breakLongLines(masked));
  }

  /** Masks before cutting and keeps back what could be the beginning of a secret, so no part of one gets out. */
  #splitLongLine(): Promise<void> | undefined {
    const keep = Math.max(this.#masker.longest - 1, 0);
    if (this.#rest.length < LONGEST_LINE + keep) return undefined;
    const masked = this.#masker.mask(this.#rest);
    const cut = wholeCharacters(masked, masked.length - keep);
    this.#rest = masked.slice(cut);
    return this.#take(breakLongLines(masked.slice(0, cut)));
  }
}

/** Breaks lines over the bound into several. */
function breakLongLines(text: string): string {
  const lines = text.split("\n");
  if (lines.every((line) => line.length <= LONGEST_LINE)) return text;
  return lines.flatMap(partsOf).join("\n");
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
