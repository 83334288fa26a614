import type { Reporter } from "./reporter.js";
import { type OutputStreamLike, Sink } from "./sink.js";

/** Each event as one line of JSON, and nothing else (JSON Lines, RFC 8259 values). */
export function jsonReporter(options: { readonly out: OutputStreamLike }): Reporter {
  const sink = new Sink(options.out);
  return {
    handle: (event) => sink.write(`${JSON.stringify(event)}\n`),
    close: () => sink.close(),
  };
}
