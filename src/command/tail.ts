import type { Sink } from "./sink.js";

const keptBytes = 4096;

/** Passes output on and remembers its end, for the message of a failure. */
export class Tail implements Sink {
  readonly #next: Sink;
  #chunks: Buffer[] = [];

  constructor(next: Sink) {
    this.#next = next;
  }

  write(chunk: Buffer): Promise<void> | undefined {
    if (chunk.length >= keptBytes) this.#chunks = [chunk];
    else {
      this.#chunks.push(chunk);
      if (this.#chunks.length > 64) this.#chunks = [this.#bytes()];
    }
    return this.#next.write(chunk);
  }

  end(): Promise<void> | undefined {
    return this.#next.end();
  }

  #bytes(): Buffer {
    const all = Buffer.concat(this.#chunks);
    return all.subarray(Math.max(0, all.length - keptBytes));
  }

  /** The last lines, at most `count`; where the first is cut, the cut shows. */
  lines(count: number): string[] {
    const text = this.#bytes().toString("utf8").trimEnd();
    return text === "" ? [] : text.split(/\r?\n/).slice(-count);
  }
}
