/** What a reporter needs of an output stream; process.stdout and every Writable have it. */
export interface OutputStreamLike {
  write(chunk: string): boolean;
  on(event: "drain" | "error" | "close", listener: (error?: Error) => void): unknown;
  off(event: "drain" | "error" | "close", listener: (error?: Error) => void): unknown;
  readonly destroyed?: boolean;
}

/** A terminal, or what takes its place; process.stdout and process.stderr are such. */
export interface TerminalLike extends OutputStreamLike {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

/** Writes to a stream and says when to wait. A stream that breaks takes nothing more; its error is thrown once. */
export class Sink {
  readonly #out: OutputStreamLike;
  #broken = false;
  #error: Error | undefined;
  #waiting: Promise<void> | undefined;

  constructor(out: OutputStreamLike) {
    this.#out = out;
    // Without a listener, a reader that goes away (`| head`) would end the process and leave the build's commands behind.
    out.on("error", this.#fail);
  }

  /** Writes; a returned promise resolves when the stream takes more, or never will. */
  write(text: string): void | Promise<void> {
    if (text === "") return this.#waiting;
    this.#throwOnce();
    if (this.#broken || this.#out.destroyed === true) return;
    if (this.#out.write(text)) return;
    this.#waiting ??= this.#drained();
    return this.#waiting;
  }

  /** Waits for what is under way and lets the stream go. */
  async close(): Promise<void> {
    await this.#waiting;
    // The listener stays: the error of a last write may come later.
    this.#throwOnce();
  }

  readonly #fail = (error?: Error): void => {
    this.#broken = true;
    this.#error ??= error;
  };

  #throwOnce(): void {
    const error = this.#error;
    if (error === undefined) return;
    this.#error = undefined;
    // A reader that has seen enough is no fault.
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        for (const event of ["drain", "error", "close"] as const) this.#out.off(event, done);
        this.#waiting = undefined;
        resolve();
      };
      for (const event of ["drain", "error", "close"] as const) this.#out.on(event, done);
    });
  }
}
