import { stringify } from "csv-stringify/sync";
import { signed } from "../reports/change-columns.js";
import type { CellValue, Column, Outcome } from "../reports/table.js";
import { timeText } from "./cells.js";
import { cleanLine, cleanLines } from "./clean.js";

/** Text of our own, which is left as it is: a sign in front of a number is no formula. */
class Own {
  constructor(readonly text: string) {}
}

/**
 * The report's rows as CSV (RFC 4180, lines ending with a newline), the columns' names first. Text that a spreadsheet would take
 * for a formula (`=`, `+`, `-` or `@` in front, CWE-1236) gets an apostrophe in front; votes and numbers stay as they are.
 * Control characters are left out; only prose keeps its newlines.
 */
export function toCsv({ table }: Outcome): string {
  const header = table.columns.map(({ name }) => new Own(name));
  const rows = table.rows.map((row) => table.columns.map((column) => csvCell(row[column.key] ?? null, column)));
  return stringify([header, ...rows], {
    escape_formulas: true,
    cast: { object: (cell) => ({ value: cell instanceof Own ? cell.text : "", escape_formulas: false }) },
  });
}

function csvCell(value: CellValue, { kind }: Column): string | Own {
  if (value === null) return "";
  if (typeof value === "string") return kind === "prose" ? cleanLines(value) : cleanLine(value);
  if (kind === "time") return timeText(value) ?? "";
  return new Own(kind === "vote" ? signed(value) : String(value));
}
