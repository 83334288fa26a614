import { createReadStream } from "node:fs";
import { UsageError } from "../../errors.js";
import { printable } from "../../printable.js";
import type { Change, ChangeQuery, ChangeSource } from "../model.js";
import type { RecordedOptions } from "./options.js";
import { changeOfLine } from "./recorded-line.js";
import { isWanted } from "./wanted.js";

const BYTE_ORDER_MARK = /^\ufeff/;
const NEWLINE = 0x0a;
/** In bytes. */
const LONGEST_LINE = 64 * 1024 * 1024;

/**
 * Changes from a file with one JSON object a line, read as it goes: of the file, only a line at a time is in memory.
 * @throws UsageError `unreadable-changes` for a file that can't be read, `bad-changes` for a line that is no change, with its place
 */
export function openRecorded(options: RecordedOptions): ChangeSource {
  return { kind: "recorded", changes: (query, signal) => recordedChanges(options, query, signal), watch: null };
}

async function* recordedChanges(
  { file, progress }: RecordedOptions,
  query: ChangeQuery,
  signal: AbortSignal,
): AsyncGenerator<Change, void, undefined> {
  let done = 0;
  for await (const { text, number } of linesOf(file, signal)) {
    signal.throwIfAborted();
    const change = changeAt(text, `${file}:${number}`);
    if (change === null || !isWanted(change, query)) continue;
    yield change;
    progress?.(++done, null);
  }
}

function changeAt(text: string, place: string): Change | null {
  try {
    return changeOfLine(text.replace(BYTE_ORDER_MARK, ""));
  } catch (error) {
    throw new UsageError(
      "bad-changes",
      `${place}: ${printable((error as Error).message)}. Recorded changes are one JSON object a line: what \`gerrit query --format JSON\` prints, or pull requests as GitHub's API gives them.`,
    );
  }
}

interface NumberedLine {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/** Line by line from bytes: most lines are ASCII, and text of those takes half the memory and is parsed in half the time. */
async function* linesOf(file: string, signal: AbortSignal): AsyncGenerator<NumberedLine, void, undefined> {
  let number = 0;
  let begun: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024, signal })) {
      const bytes = chunk as Buffer;
      let start = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
        const line = bytes.subarray(start, end);
        yield { text: (begun.length === 0 ? line : Buffer.concat([...begun, line])).toString(), number: ++number };
        begun = [];
        length = 0;
        start = end + 1;
      }
      begun.push(bytes.subarray(start));
      length += bytes.length - start;
      if (length > LONGEST_LINE) throw tooLong(file, number + 1);
    }
    yield { text: Buffer.concat(begun).toString(), number: number + 1 };
  } catch (error) {
    throw unreadable(error, file, signal);
  }
}

function tooLong(file: string, number: number): UsageError {
  return new UsageError("bad-changes", `${file}:${number}: a line of more than 64 MiB can't be one change.`);
}

function unreadable(error: unknown, file: string, signal: AbortSignal): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (signal.aborted) return signal.reason;
  if (error instanceof UsageError || code === undefined) return error;
  const why =
    { ENOENT: "there is no such file", EISDIR: "it is a directory", EACCES: "you may not read it" }[code] ?? code;
  return new UsageError("unreadable-changes", `The recorded changes in ${file} can't be read: ${why}.`, {
    cause: error,
  });
}
