import type { Writable } from "node:stream";
import type { Sink } from "./sink.js";

/**
 * Writes to a stream at the stream's own pace. The stream is not ended: it may serve the next command too, and many at once. Its failure
 * is the command's affair as long as it writes, and no uncaught error.
 */
export function streamSink(stream: Writable): Sink {
  let unwritten = 0;
  let waiting: { readonly until: "drained" | "flushed"; settle(error?: Error): void } | null = null;
  let unlisten: (() => void) | null = null;
  let failure: Error | null = null;

  const settle = (error?: Error) => {
    const { settle: done } = waiting ?? {};
    waiting = null;
    done?.(error);
  };
  const onWritten = (error?: Error | null) => {
    unwritten -= 1;
    failure ??= error ?? null;
    // The stream's own "error" comes a moment after this one, and must still find its listener then.
    if (error) setImmediate(settle, error);
    else if (unwritten === 0 && waiting?.until === "flushed") settle();
  };
  const handlers = {
    drain: () => {
      if (waiting?.until === "drained") settle();
    },
    error: (error: Error) => {
      failure ??= error;
      unlisten?.();
      settle(error);
    },
    close: () => {
      unlisten?.();
      settle(reasonOf(stream));
    },
  };
  const wait = (until: "drained" | "flushed") =>
    new Promise<void>((resolve, reject) => {
      waiting = { until, settle: (error) => (error ? reject(error) : resolve()) };
    });

  return {
    write(chunk) {
      if (stream.destroyed || stream.writableEnded) return Promise.reject(reasonOf(stream));
      unlisten ??= listen(stream, handlers);
      unwritten += 1;
      return stream.write(chunk, onWritten) ? undefined : wait("drained");
    },
    end() {
      if (failure) {
        setImmediate(() => unlisten?.());
        return Promise.reject(failure);
      }
      if (unwritten === 0 || stream.destroyed) {
        unlisten?.();
        return undefined;
      }
      return wait("flushed").finally(() => unlisten?.());
    },
  };
}

function reasonOf(stream: Writable): Error {
  return stream.errored ?? new Error("it was closed");
}

/** More commands than Node expects listeners may write to one stream: that is no leak. */
function listen(stream: Writable, handlers: Readonly<Record<string, (...args: never[]) => void>>): () => void {
  const entries = Object.entries(handlers) as [string, (...args: unknown[]) => void][];
  const most = stream.getMaxListeners();
  const raised = most > 0 && Number.isFinite(most);
  if (raised) stream.setMaxListeners(most + 1);
  for (const [event, handler] of entries) stream.on(event, handler);
  let listening = true;
  return () => {
    if (!listening) return;
    listening = false;
    for (const [event, handler] of entries) stream.off(event, handler);
    if (raised) stream.setMaxListeners(stream.getMaxListeners() - 1);
  };
}
