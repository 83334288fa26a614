import type { Sink } from "./sink.js";

/** No message of a client is longer, in bytes and in lines. */
const LONGEST = 64 * 1024;
const MOST_LINES = 2;
/** A client ends right after its message: what comes later, or not at all, is waited for no longer. */
const HOLD_MS = 2000;

const LINE_END = 0x0a;

/**
 * Passes output on, but for what begins as a client speaks for itself: a client that could not start the command says so, and nothing else was
 * written then. Whose it is is known only when the command is over.
 */
export class Held implements Sink {
  readonly #next: Sink;
  readonly #beginnings: readonly Buffer[];
  /** All that has come, while it may be a client's message. */
  #message: Buffer = Buffer.alloc(0);
  /** `told`: passed on, since it took too long; it may still be a client's. */
  #state: "held" | "told" | "passing" | "over" = "held";
  #timer: NodeJS.Timeout | undefined;

  constructor(next: Sink, beginnings: readonly string[]) {
    this.#next = next;
    this.#beginnings = beginnings.map((text) => Buffer.from(text));
  }

  write(chunk: Buffer): Promise<void> | undefined {
    if (this.#state === "passing") return this.#next.write(chunk);
    const before = this.#state;
    this.#message = Buffer.concat([this.#message, chunk]);
    if (!this.#mayBeClients()) {
      this.#settleOn("passing");
      return this.#next.write(before === "told" ? chunk : this.#message);
    }
    if (before === "told") return this.#next.write(chunk);
    this.#timer ??= setTimeout(() => this.#tell(), HOLD_MS);
    return undefined;
  }

  #mayBeClients(): boolean {
    const message = this.#message;
    // The end of the last line begins no other.
    if (message.length > LONGEST || message.subarray(0, -1).filter((byte) => byte === LINE_END).length >= MOST_LINES)
      return false;
    return this.#beginnings.some((beginning) => {
      const length = Math.min(message.length, beginning.length);
      return message.subarray(0, length).equals(beginning.subarray(0, length));
    });
  }

  #settleOn(state: "told" | "passing" | "over"): void {
    clearTimeout(this.#timer);
    this.#state = state;
  }

  #tell(): void {
    this.#settleOn("told");
    // A sink that fails says so again at the next write, or at the end.
    this.#next.write(this.#message)?.catch(() => {});
  }

  end(): Promise<void> | undefined {
    if (this.line !== null) return undefined;
    this.#settleOn("over");
    return this.#next.end();
  }

  /** What may be a client's message; null: nothing. */
  get line(): string | null {
    const mayBe = this.#state !== "passing" && this.#message.length > 0;
    return mayBe ? this.#message.toString("utf8").trimEnd() : null;
  }

  /** Ends the output, with what is held back where it is the command's. To be called when the command is over. */
  async settle(whose: "client" | "command"): Promise<void> {
    const before = this.#state;
    if (before === "over") return;
    this.#settleOn("over");
    if (whose === "command" && before === "held" && this.#message.length > 0) await this.#next.write(this.#message);
    await this.#next.end();
  }
}
