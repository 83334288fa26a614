import { closest } from "../../closest.js";
import { UsageError } from "../../errors.js";
import type { CellValue, Column, Row, Table } from "./table.js";

export interface Arrangement {
  /** `updated`, or `updated:rev` for the other way round; null: as the report has it. */
  readonly sort: string | null;
  /** Columns by key or name, each perhaps with a width: `subject:40`. Empty: those that are always shown. */
  readonly fields: readonly string[];
  /** The most rows; null: all. */
  readonly limit: number | null;
}

const WIDEST = 1000;

/**
 * The table sorted, cut to so many rows and to the columns asked for, in the order they are asked for.
 * @throws UsageError for a column that it does not have
 */
export function arrange(table: Table, arrangement: Arrangement): Table {
  const { sort, fields, limit } = arrangement;
  const sorted = sort === null ? table.rows : sortRows(table, sort);
  const kept = limit === null ? sorted : sorted.slice(0, limit);
  const columns =
    fields.length === 0
      ? table.columns.filter(({ shown }) => shown === "always")
      : fields.map((field) => fieldOf(table, field));
  return { ...table, columns, rows: kept, omitted: table.omitted + sorted.length - kept.length };
}

function sortRows(table: Table, sort: string): readonly Row[] {
  const [, name = "", order] = /^(.*?)(?::(rev|desc|asc))?$/.exec(sort) ?? [];
  const { key } = columnOf(table, name, "--sort");
  const sign = order === "rev" || order === "desc" ? -1 : 1;
  return [...table.rows].sort((a, b) => compare(a[key] ?? null, b[key] ?? null, sign));
}

/** What is missing comes last, whichever way. */
function compare(a: CellValue, b: CellValue, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === "number" && typeof b === "number") return sign * (a - b);
  return sign * String(a).localeCompare(String(b), "en");
}

function fieldOf(table: Table, field: string): Column {
  const [, name = "", width] = /^(.*?)(?::(\d{1,4}))?$/.exec(field) ?? [];
  const { dropped, ...column } = columnOf(table, name, "--field");
  if (width === undefined) return column;
  return { ...column, most: Math.max(1, Math.min(WIDEST, Number(width))) };
}

function columnOf(table: Table, name: string, option: string): Column {
  const wanted = name.trim().toLowerCase();
  const found = table.columns.find((column) =>
    [column.key, column.name].some((known) => known.toLowerCase() === wanted),
  );
  if (found !== undefined) return found;
  const keys = table.columns.map(({ key }) => key);
  const near = closest(name, keys);
  const hint = near === undefined ? `It has ${keys.join(", ")}.` : `Did you mean ${near}?`;
  throw new UsageError("unknown-field", `${option}: this report has no column "${name}". ${hint}`);
}
