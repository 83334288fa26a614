import type { Readable } from "node:stream";
import type { Child } from "./child.js";
import { LineSplitter } from "./line-splitter.js";

/** The lines of a child's stdout as they come, at the reader's pace; when the reader stops, the child is ended. */
export async function* readLines(child: Child<unknown, unknown>): AsyncGenerator<string, void, undefined> {
  const splitter = new LineSplitter();
  let finished = false;
  try {
    for await (const chunk of chunksOf(child.stdout)) yield* splitter.push(chunk);
    yield* splitter.end();
    finished = true;
  } finally {
    if (!finished) await child.abort();
  }
  await child.wait();
}

/** The pieces of a child's stdout split at a separator; the last one also where no separator follows it. */
export async function* readFields(
  child: Child<unknown, unknown>,
  separator: string,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunksOf(child.stdout)) {
    const fields = (rest + decoder.decode(chunk, { stream: true })).split(separator);
    rest = fields.pop() ?? "";
    yield* fields;
  }
  rest += decoder.decode();
  if (rest !== "") yield rest;
  await child.wait();
}

function chunksOf(stdout: Readable | null): AsyncIterable<Buffer> | Iterable<Buffer> {
  return stdout ?? [];
}
