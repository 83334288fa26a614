import { UsageError } from "../../errors.js";
import { printable } from "../../printable.js";
import type { Change, ChangeQuery, ChangeSource } from "../model.js";
import type { RecordedOptions } from "./options.js";
import { changeOfLine } from "./recorded-line.js";
import { LineTooLong, linesIn, wholeLines } from "./whole-lines.js";

const BYTE_ORDER_MARK = /^\ufeff/;

/**
 * Changes from a file with one JSON object a line, read as it goes: of the file, only a part at a time is in memory.
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
  let number = 0;
  try {
    for await (const part of wholeLines(file, signal)) {
      for (const line of linesIn(part)) {
        number++;
        const change = changeIn(line, query, () => `${file}:${number}`);
        if (change === null) continue;
        yield change;
        progress?.(++done, null);
      }
    }
  } catch (error) {
    throw error instanceof LineTooLong ? tooLong(file, number + 1) : unreadable(error, file, signal);
  }
}

function changeIn(line: string, query: ChangeQuery, place: () => string): Change | null {
  try {
    return changeOfLine(line.replace(BYTE_ORDER_MARK, ""), query);
  } catch (error) {
    throw new UsageError(
      "bad-changes",
      `${place()}: ${printable((error as Error).message)}. Recorded changes are one JSON object a line: what \`gerrit query --format JSON\` prints, or pull requests as GitHub's API gives them.`,
    );
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
