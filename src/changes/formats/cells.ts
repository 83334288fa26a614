import { signed } from "../reports/change-columns.js";
import type { CellValue, Column } from "../reports/table.js";
import { ageText, waitText } from "./age.js";
import { cleanLine } from "./clean.js";

/** A cell as people read it, on one line and harmless to a terminal; empty where there is nothing. */
export function cellText(value: CellValue, column: Column, now: number): string {
  if (value === null) return "";
  if (typeof value === "string") return cleanLine(value);
  switch (column.kind) {
    case "time":
      return ageText(value, now);
    case "wait":
      return waitText(value);
    case "vote":
      return signed(value);
    case "rate":
      return value.toFixed(2);
    case "share":
      return `${Math.round(value * 100)}%`;
    default:
      return String(value);
  }
}

/** A time as programs read it (ISO 8601); null where it is none that a calendar has. */
export function timeText(ms: number): string | null {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Whether a column's cells stand at its right side. */
export function isNumeric({ kind }: Column): boolean {
  return kind === "count" || kind === "rate" || kind === "share" || kind === "vote";
}
