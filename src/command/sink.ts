import type { Writable } from "node:stream";
import { LineSplitter } from "./line-splitter.js";

/** Takes a command's output. A promise from `write` means: nothing more until it settles; a rejection ends the command. */
export interface Sink {
  write(chunk: Buffer): Promise<void> | undefined;
  end(): Promise<void> | undefined;
}

/** Reads and forgets, so that the command is not held up. */
export const discard: Sink = { write: () => undefined, end: () => undefined };

/** Writes to a stream at the stream's own pace. The stream is not ended: it may serve the next command too. */
export function streamSink(stream: Writable): Sink {
  let unwritten = 0;
  let flushed: (() => void) | null = null;
  const onWritten = () => {
    unwritten -= 1;
    if (unwritten === 0) flushed?.();
  };
  return {
    write(chunk) {
      if (stream.destroyed || stream.writableEnded) return Promise.reject(stream.errored ?? new Error("it was closed"));
      unwritten += 1;
      return stream.write(chunk, onWritten) ? undefined : settled(stream, "drain");
    },
    end() {
      if (unwritten === 0 || stream.destroyed) return undefined;
      return settled(stream, (resolve) => {
        flushed = resolve;
      });
    },
  };
}

/** Waits for the stream, and takes every listener away again; a stream that closes on the way is an error. */
function settled(stream: Writable, until: "drain" | ((resolve: () => void) => void)): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (error?: Error) => {
      stream.off("drain", onDrain).off("error", onError).off("close", onClose);
      if (error) reject(error);
      else resolve();
    };
    const onDrain = () => {
      if (until === "drain") finish();
    };
    const onError = (error: Error) => finish(error);
    const onClose = () => finish(stream.errored ?? new Error("it was closed"));
    stream.on("drain", onDrain).on("error", onError).on("close", onClose);
    if (until !== "drain") until(() => finish());
  });
}

/** Calls back for each line as it comes, without its line end; the last one also where it has none. */
export function lineSink(onLine: (line: string) => void): Sink {
  const splitter = new LineSplitter();
  return {
    write(chunk) {
      for (const line of splitter.push(chunk)) onLine(line);
      return undefined;
    },
    end() {
      for (const line of splitter.end()) onLine(line);
      return undefined;
    },
  };
}
