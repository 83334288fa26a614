import type { ChildProcess } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import type { InputChannel } from "./channel.js";

/** Writes into a pipe of the child. That the child stops reading is its right and no error: what is left is dropped. */
export class Feed {
  readonly #channel: InputChannel;
  #stream: Writable | null = null;
  #prefilled = 0;
  #stop: () => void = () => {};

  constructor(channel: InputChannel) {
    this.#channel = channel;
  }

  /** Before the start: what the pipe holds is then there at once, and short input needs nothing after it. */
  prefill(bytes: Buffer): void {
    this.#prefilled = this.#channel.prefill(bytes);
  }

  feedBytes(child: ChildProcess, bytes: Buffer): void {
    if (this.#channel.stdio !== "pipe" && this.#prefilled === bytes.length) this.#channel.close();
    else this.#open(child).end(bytes.subarray(this.#prefilled));
  }

  /** `onError`: the source failed, so that the child would take a part for the whole. */
  feedStream(child: ChildProcess, source: Readable, onError: (error: Error) => void): void {
    const target = this.#open(child);
    const onEnd = () => target.end();
    const onClose = () => {
      if (!source.readableEnded && source.errored === null) onError(new Error("it was closed before its end"));
    };
    this.#stop = () => {
      source.unpipe(target);
      source.off("error", onError).off("close", onClose).off("end", onEnd);
    };
    target.once("close", () => this.#stop());
    source.once("error", onError).once("close", onClose).once("end", onEnd);
    if (source.errored) onError(source.errored);
    else if (source.readableEnded) onEnd();
    else source.pipe(target, { end: false });
  }

  openForWriting(child: ChildProcess): void {
    this.#open(child);
  }

  /** Settles when the bytes are on their way: false where the child no longer reads. */
  write(chunk: string | Buffer): Promise<boolean> {
    const stream = this.#stream;
    if (!stream?.writable) return Promise.resolve(false);
    return new Promise((resolve) => stream.write(chunk, (error) => resolve(!error)));
  }

  close(): void {
    this.#stream?.end();
  }

  abandon(): void {
    this.#channel.abandon();
  }

  /** The command is over: nothing reads any more. */
  release(): void {
    this.#stop();
    const stream = this.#stream;
    if (stream === null || stream.closed) {
      this.#channel.release();
      return;
    }
    stream.once("close", () => this.#channel.release());
    stream.destroy();
  }

  #open(child: ChildProcess): Writable {
    const stream = this.#channel.open(child);
    stream.on("error", () => {});
    this.#stream = stream;
    return stream;
  }
}
