export interface TailLimits {
  readonly lines: number;
  /** UTF-16 units. */
  readonly characters: number;
}

/** The last lines of an output, in bounded memory: at most twice `characters`, however much goes in. */
export class Tail {
  readonly #limits: TailLimits;
  #chunks: string[] = [];
  #length = 0;

  constructor(limits: TailLimits) {
    this.#limits = limits;
  }

  /** Takes whole lines, without the last newline. */
  push(text: string): void {
    const { characters } = this.#limits;
    if (text.length > characters) {
      // One more than is shown tells that something was cut.
      this.#chunks = [copy(text.slice(-characters - 1))];
      this.#length = characters + 1;
      return;
    }
    this.#chunks.push(copy(text));
    this.#length += text.length + 1;
    if (this.#length > 2 * characters || this.#chunks.length > 4 * this.#limits.lines + 64) this.#shrink();
  }

  clear(): void {
    this.#chunks = [];
    this.#length = 0;
  }

  /** The last lines; the first one may be the end of a longer line, then `…` begins it. */
  text(): string {
    const all = this.#chunks.join("\n");
    const lines = all.split("\n").slice(-this.#limits.lines).join("\n");
    if (lines.length <= this.#limits.characters) return lines;
    const cut = lines.slice(-this.#limits.characters);
    const newline = cut.indexOf("\n");
    const whole = newline >= 0 && newline < cut.length / 2 ? cut.slice(newline + 1) : `…${cut.slice(1)}`;
    return whole.replace(/^(…?)[\udc00-\udfff]/, "$1");
  }

  #shrink(): void {
    const text = this.text();
    this.#chunks = [copy(text)];
    this.#length = text.length;
  }
}

/** A slice keeps the whole string that it was cut from alive, here a chunk of output; a copy does not. */
function copy(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
