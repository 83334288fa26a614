import type { Column } from "../reports/table.js";

/** A column, and the width of its widest cell. */
export interface Measured {
  readonly column: Column;
  readonly width: number;
}

export const GAP = 2;
/** Below this nothing of a cell is left to read. */
const NARROWEST = 3;

/**
 * Widths that fit into so many columns of a terminal: cells that may be cut are, then columns that may be left out are, and at
 * last every cell is cut.
 */
export function fitWidths(columns: readonly Measured[], room: number): readonly Measured[] {
  let shown = columns;
  while (total(shown.map(least)) > room) {
    const next = shown.reduce<Measured | null>((first, each) => (rank(each) < rank(first) ? each : first), null);
    if (next === null) return squeeze(shown, room);
    shown = shown.filter((each) => each !== next);
  }
  return widen(shown, room);
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP * Math.max(0, widths.length - 1);
}

function least({ column, width }: Measured): number {
  return column.least === undefined ? width : Math.min(width, Math.max(column.least, column.name.length));
}

function rank(measured: Measured | null): number {
  return measured?.column.dropped ?? Number.POSITIVE_INFINITY;
}

/** Gives what is left to the cells that were cut, the narrowest first, so that few stay cut. */
function widen(shown: readonly Measured[], room: number): readonly Measured[] {
  const widths = new Map(shown.map((each) => [each, least(each)]));
  let left = room - total([...widths.values()]);
  const wanting = shown.filter((each) => each.width > least(each)).sort((a, b) => a.width - b.width);
  for (const [index, each] of wanting.entries()) {
    const more = Math.min(each.width - least(each), Math.floor(left / (wanting.length - index)));
    widths.set(each, least(each) + more);
    left -= more;
  }
  return shown.map((each) => ({ ...each, width: widths.get(each) ?? each.width }));
}

function squeeze(shown: readonly Measured[], room: number): readonly Measured[] {
  const widths = shown.map(least);
  while (total(widths) > room) {
    const widest = widths.indexOf(Math.max(...widths));
    const width = widths[widest] ?? 0;
    if (width <= NARROWEST) break;
    widths[widest] = width - 1;
  }
  const fitting = shown.map((each, index) => ({ ...each, width: widths[index] ?? each.width }));
  while (fitting.length > 1 && total(fitting.map(({ width }) => width)) > room) fitting.pop();
  return fitting;
}
