import type { Sink } from "./sink.js";

/** Keeps the last `limit` bytes of a stream and counts the others. */
export class Capture implements Sink {
  readonly #limit: number;
  #chunks: Buffer[] = [];
  #first = 0;
  #kept = 0;
  #dropped = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  write(chunk: Buffer): undefined {
    this.#chunks.push(chunk);
    this.#kept += chunk.length;
    for (;;) {
      const oldest = this.#chunks[this.#first];
      if (oldest === undefined || this.#kept - oldest.length < this.#limit) break;
      this.#kept -= oldest.length;
      this.#dropped += oldest.length;
      this.#first += 1;
    }
    // Cutting the list now and then keeps it short without moving it at each chunk.
    if (this.#first > 1024) {
      this.#chunks = this.#chunks.slice(this.#first);
      this.#first = 0;
    }
  }

  end(): undefined {}

  /** Bytes that came and were not kept. */
  get dropped(): number {
    return this.#dropped + Math.max(0, this.#kept - this.#limit);
  }

  bytes(): Buffer {
    const all = Buffer.concat(this.#chunks.slice(this.#first));
    return all.length > this.#limit ? all.subarray(all.length - this.#limit) : all;
  }

  /** As text; a character that the cut went through is left out. */
  text(): string {
    const bytes = this.bytes();
    let start = 0;
    if (this.dropped > 0) while (start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
    return bytes.toString("utf8", start);
  }
}
