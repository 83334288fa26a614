import type { Sink } from "./sink.js";

/** No message of a client is as long. */
const LONGEST = 64 * 1024;

/**
 * Passes output on, but for a last line that begins in one of the ways in which a client speaks for itself: whose it is is known only when the
 * command is over.
 */
export class Held implements Sink {
  readonly #next: Sink;
  readonly #beginnings: readonly Buffer[];
  #line: Buffer = Buffer.alloc(0);
  /** Whether what comes next begins a line. */
  #atStart = true;
  #over = false;

  constructor(next: Sink, beginnings: readonly string[]) {
    this.#next = next;
    this.#beginnings = beginnings.map((text) => Buffer.from(text));
  }

  write(chunk: Buffer): Promise<void> | undefined {
    const all = this.#line.length === 0 ? chunk : Buffer.concat([this.#line, chunk]);
    // A line end at the very end belongs to the last line.
    const start = all.subarray(0, -1).lastIndexOf("\n") + 1;
    const held = (start > 0 || this.#atStart) && this.#mayBeClients(all.subarray(start));
    const passed = held ? all.subarray(0, start) : all;
    this.#line = held ? all.subarray(start) : Buffer.alloc(0);
    if (passed.length === 0) return undefined;
    this.#atStart = passed.at(-1) === LINE_END;
    return this.#next.write(passed);
  }

  #mayBeClients(line: Buffer): boolean {
    if (line.length > LONGEST) return false;
    return this.#beginnings.some((beginning) => {
      const length = Math.min(line.length, beginning.length);
      return line.subarray(0, length).equals(beginning.subarray(0, length));
    });
  }

  end(): Promise<void> | undefined {
    if (this.#line.length > 0) return undefined;
    this.#over = true;
    return this.#next.end();
  }

  /** What is held back; null: nothing. */
  get line(): string | null {
    return this.#line.length === 0 ? null : this.#line.toString("utf8").trimEnd();
  }

  /** Ends the output, with what is held back where it is the command's. To be called when the command is over. */
  async settle(whose: "client" | "command"): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    if (whose === "command" && this.#line.length > 0) await this.#next.write(this.#line);
    await this.#next.end();
  }
}

const LINE_END = 0x0a;
