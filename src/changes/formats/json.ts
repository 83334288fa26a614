import type { CellValue, Column, Outcome } from "../reports/table.js";
import { timeText } from "./cells.js";
import { jsonText } from "./json-text.js";

/**
 * The report's rows as an array of objects, a line each, with the columns' keys. Times are ISO 8601, waits milliseconds, shares
 * from 0 to 1, votes numbers; what is missing is null.
 */
export function toJson({ table }: Outcome): string {
  const lines = table.rows.map((row) => {
    const cells = table.columns.map((column) => [column.key, jsonValue(row[column.key] ?? null, column)]);
    return `  ${jsonText(Object.fromEntries(cells))}`;
  });
  return lines.length === 0 ? "[]\n" : `[\n${lines.join(",\n")}\n]\n`;
}

function jsonValue(value: CellValue, { kind }: Column): CellValue {
  return kind === "time" && typeof value === "number" ? timeText(value) : value;
}
