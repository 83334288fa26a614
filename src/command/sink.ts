import { LineSplitter } from "./line-splitter.js";

/** Takes a command's output. A promise from `write` means: nothing more until it settles; a rejection ends the command. */
export interface Sink {
  write(chunk: Buffer): Promise<void> | undefined;
  end(): Promise<void> | undefined;
}

/** Reads and forgets, so that the command is not held up. */
export const discard: Sink = { write: () => undefined, end: () => undefined };

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
