import { clip, pad, padStart, widthOf } from "../../columns.js";
import type { Table } from "../reports/table.js";
import { cellText, isNumeric } from "./cells.js";
import { fitWidths, GAP } from "./fit-widths.js";
import type { Painter } from "./paint.js";

export interface TextView {
  readonly now: number;
  /** Columns of the terminal; null: nothing is cut. */
  readonly width: number | null;
  readonly paint: Painter;
}

/** The table's heading and rows, aligned, a line each without its newline. */
export function tableLines(table: Table, { now, width, paint }: TextView): readonly string[] {
  const texts = table.columns.map((column) =>
    table.rows.map((row) => {
      const text = cellText(row[column.key] ?? null, column, now);
      return column.most === undefined ? text : clip(text, column.most);
    }),
  );
  const measured = table.columns.map((column, index) => ({
    column,
    width: (texts[index] ?? []).reduce((most, text) => Math.max(most, widthOf(text)), widthOf(column.name)),
    texts: texts[index] ?? [],
  }));
  const shown = fitWidths(measured, width ?? Number.POSITIVE_INFINITY).map((each) => ({
    ...each,
    texts: measured.find(({ column }) => column === each.column)?.texts ?? [],
  }));
  const gap = " ".repeat(GAP);
  const place = (text: string, at: { readonly width: number; readonly right: boolean }): string =>
    at.right ? padStart(clip(text, at.width), at.width) : pad(clip(text, at.width), at.width);
  const heading = shown.map(({ column, width: room }) =>
    paint.heading(place(column.name, { width: room, right: isNumeric(column) })),
  );
  const lines = table.rows.map((row, index) =>
    shown
      .map((each, at) => {
        const { column, width: room } = each;
        const text = clip(each.texts[index] ?? "", room);
        const blank = " ".repeat(Math.max(0, room - widthOf(text)));
        const painted = text === "" ? "" : paint.cell(row[column.key] ?? null, column)(text);
        if (isNumeric(column)) return blank + painted;
        return at === shown.length - 1 ? painted : painted + blank;
      })
      .join(gap)
      .trimEnd(),
  );
  return [heading.join(gap), ...lines];
}
