import { printable } from "../printable.js";
import type { Diagnostic } from "./diagnostic.js";
import type { Position } from "./model.js";

/** A finding at an offset of the text; it becomes a Diagnostic once all are known. */
export interface Problem {
  readonly offset: number;
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly message: string;
  readonly suggestion?: string;
}

export type Report = (problem: Problem) => void;

// What is wrong a hundred times is wrong in one way; a hostile spec does not get to print a million lines.
const MOST = 100;

/** Tells the line and column of offsets in a text. Both count from 1; a column counts characters, not UTF-16 units. */
export function positions(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  // Places are mostly asked for in order, and a spec may be one line of a megabyte with a step every other character.
  let last = { line: -1, offset: 0, column: 1 };
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const from = last.line === low && last.offset <= offset ? last : { offset: starts[low] ?? 0, column: 1 };
    last = { line: low, offset, column: from.column + [...text.slice(from.offset, offset)].length };
    return { line: low + 1, column: last.column };
  };
}

/** The findings as diagnostics: sorted by place, each once, at most a hundred and a last one that says how many were left out. */
export function toDiagnostics(
  problems: readonly Problem[],
  file: string,
  positionOf: (offset: number) => Position,
): readonly Diagnostic[] {
  const sorted = [...problems].sort((a, b) => a.offset - b.offset);
  const seen = new Set<string>();
  const unique = sorted.filter((problem) => {
    const key = JSON.stringify([problem.offset, problem.code, problem.message]);
    return !seen.has(key) && seen.add(key);
  });
  const errorsFirst = unique.length > MOST ? unique.filter(({ severity }) => severity === "error") : unique;
  const shown = (errorsFirst.length > 0 ? errorsFirst : unique).slice(0, MOST);
  const diagnostics = shown.map(
    ({ offset, severity, code, message, suggestion }): Diagnostic => ({
      file,
      ...positionOf(offset),
      severity,
      code,
      message: printable(message),
      ...(suggestion === undefined ? {} : { suggestion: printable(suggestion) }),
    }),
  );
  const last = shown.at(-1);
  if (!last || unique.length <= MOST) return diagnostics;
  const message = `${unique.length - shown.length} more findings are not shown.`;
  const more = { file, ...positionOf(last.offset), severity: last.severity, code: "too-many-findings", message };
  return [...diagnostics, more];
}
