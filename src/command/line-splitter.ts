import { StringDecoder } from "node:string_decoder";

/** A line longer than this many UTF-16 units is handed on in pieces, so that a stream without line ends needs no more memory than one with. */
export const longestLine = 16 * 1024 * 1024;

/** Cuts UTF-8 bytes into lines at "\n" or "\r\n", a character split between chunks put together; what is no UTF-8 becomes U+FFFD. */
export class LineSplitter {
  readonly #decoder = new StringDecoder("utf8");
  #rest = "";

  push(chunk: Buffer): string[] {
    return this.#split(this.#decoder.write(chunk));
  }

  /** The lines that are left at the end: the last one, if it has no line end. */
  end(): string[] {
    const lines = this.#split(this.#decoder.end());
    const last = this.#rest;
    this.#rest = "";
    if (last !== "") lines.push(last);
    return lines;
  }

  #split(text: string): string[] {
    const lines = text.split("\n");
    lines[0] = this.#rest + (lines[0] ?? "");
    this.#rest = lines.pop() ?? "";
    for (const [index, line] of lines.entries()) {
      if (line.endsWith("\r")) lines[index] = line.slice(0, -1);
    }
    if (this.#rest.length > longestLine) {
      lines.push(this.#rest);
      this.#rest = "";
    }
    return lines;
  }
}
