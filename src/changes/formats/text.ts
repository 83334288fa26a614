import { clip, pad, widest, widthOf } from "../../columns.js";
import type { Outcome, Row, Table, Thread } from "../reports/table.js";
import { ageText } from "./age.js";
import { cellText } from "./cells.js";
import { cleanLine, cleanLines } from "./clean.js";
import { type TextView, tableLines } from "./text-table.js";
import { wrap } from "./wrap.js";

const INDENT = "  ";
const WIDEST_PROSE = 100;
/** What stands behind a title. */
const COUNT_WIDTH = ": 00000".length;

/** The report for a terminal. It fits the width, and nothing in it can act on the terminal. */
export function toText({ table, view }: Outcome, at: TextView): string {
  if (view.kind === "threads") return lines(view.threads.flatMap((thread) => threadLines(thread, at)));
  if (view.kind === "table") return lines(titled(table, at));
  const tables = view.tables.filter(({ rows }) => rows.length > 0);
  return lines([...factLines(table, at), ...tables.flatMap((each) => ["", ...titled(each, at)])]);
}

function lines(all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}

function titled(table: Table, at: TextView): readonly string[] {
  const { paint } = at;
  const title = paint.title(shorten(table.title, { width: at.width === null ? null : at.width - COUNT_WIDTH }));
  if (table.rows.length === 0) return [`${title}: none`];
  const omitted = table.omitted === 0 ? [] : [paint.dim(`and ${table.omitted} more`)];
  return [`${title}: ${table.rows.length + table.omitted}`, ...tableLines(table, at), ...omitted];
}

function factLines({ title, columns, rows }: Table, { now, width, paint }: TextView): readonly string[] {
  const names = widest(
    columns.map(({ name }) => name),
    0,
  );
  const facts = rows.flatMap((row) =>
    columns.map((column) => {
      const text = cellText(row[column.key] ?? null, column, now);
      const line = `${INDENT}${pad(column.name, names)}${INDENT}${text === "" ? "-" : text}`;
      return width === null ? line : clip(line, width);
    }),
  );
  return [paint.title(title), ...facts];
}

function threadLines({ title, url, versions }: Thread, at: TextView): readonly string[] {
  const { paint } = at;
  const head = [paint.title(shorten(cleanLine(title), at)), paint.dim(shorten(cleanLine(url), at))];
  const parts = versions.flatMap((version) => [
    "",
    paint.place(version.title),
    ...(version.rows.length === 0 ? [paint.dim(`${INDENT}No comments`)] : []),
    ...version.rows.flatMap((row) => commentLines(row, at)),
  ]);
  return [...head, ...parts, ""];
}

function commentLines(row: Row, at: TextView): readonly string[] {
  const { paint, now, width } = at;
  const author = cleanLine(String(row.author ?? "(unknown)"));
  const age = typeof row.created === "number" ? ageText(row.created, now) : "";
  const file = row.file === null ? "" : ` ${cleanLine(String(row.file))}${row.line === null ? "" : `:${row.line}`}`;
  const room = Math.max(20, Math.min(width ?? WIDEST_PROSE, WIDEST_PROSE) - 2 * INDENT.length);
  const rest = shorten(` ${age === "just now" ? age : `${age} ago`}${file}`, {
    width: Math.max(0, room - widthOf(author)),
  });
  return [
    "",
    `${INDENT}${paint.name(shorten(author, { width: room }))}${paint.dim(rest)}`,
    ...wrap(cleanLines(String(row.comment ?? "")).trim(), room).map((line) => `${INDENT}${INDENT}${line}`.trimEnd()),
  ];
}

function shorten(text: string, { width }: Pick<TextView, "width">): string {
  return width === null ? text : clip(text, width);
}
