import { widthOf } from "../columns.js";
import { printable, printableLines } from "../printable.js";
import type { Diagnostic } from "./diagnostic.js";
import { redactedLine } from "./redact.js";

export interface RenderOptions {
  readonly color: "always" | "never";
}

const TAB = "    ";
const WIDEST = 160;
/**
 * A finding as a person reads it: `file:line:column: error: message`, the line of the spec with a caret under the place,
 * and what was probably meant. `text` is the spec's text. Several lines, without a last newline; nothing of the spec
 * reaches the terminal raw, and passwords are starred (see `redactedLine`).
 */
export function renderDiagnostic(diagnostic: Diagnostic, text: string, options: RenderOptions): string {
  const { file, line, column, severity, message, suggestion } = diagnostic;
  const paint = options.color === "always" ? ansi : (plain: string) => plain;
  const hue = severity === "error" ? 31 : 33;
  const head = `${paint(`${printable(file)}:${line}:${column}:`, 1)} ${paint(`${severity}:`, hue)} ${printableLines(message)}`;
  const hint = suggestion === undefined ? [] : [`  did you mean ${paint(`\`${printable(suggestion)}\``, 32)}?`];
  return [head, ...excerpt(redactedLine(text, line), column, (caret) => paint(caret, hue)), ...hint].join("\n");
}

function ansi(text: string, code: number): string {
  return `\u001b[${code}m${text}\u001b[0m`;
}

/** The line and the caret under its column; of a long line the part around it. */
function excerpt(source: string, column: number, paint: (caret: string) => string): readonly string[] {
  if (source.trim() === "") return [];
  const characters = [...source];
  const first = Math.max(0, column - 1 - WIDEST / 2);
  const show = (part: readonly string[]) => part.map((char) => (char === "\t" ? TAB : printable(char))).join("");
  const shown = characters.slice(first, first + WIDEST);
  const before = (first > 0 ? "…" : "") + show(characters.slice(first, column - 1));
  const after = show(shown.slice(column - 1 - first)) + (first + WIDEST < characters.length ? "…" : "");
  return [`  ${before}${after}`, `  ${" ".repeat(widthOf(before))}${paint("^")}`];
}
