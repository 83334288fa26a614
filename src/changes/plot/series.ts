import { cleanLine } from "../formats/clean.js";
import { WEEKS } from "../reports/review-rate.js";
import type { Table } from "../reports/table.js";

/** One reviewer's rate over the weeks. */
export interface Series {
  readonly name: string;
  /** Reviews a day over the whole time. */
  readonly total: number;
  /** Reviews a day in each week, the longest ago first. */
  readonly rates: readonly number[];
}

/** More lines than this cannot be told from each other. */
export const MOST_SERIES = 6;
/** Colours that can also be told apart by most people who see some colours alike (Okabe and Ito), on light and on dark. */
export const COLOURS = [
  "#0072b2",
  "#d55e00",
  "#009e73",
  "#cc79a7",
  "#b38600",
  "#3a9bd9",
  "#7f7f7f",
  "#8f5fbf",
] as const;

/** The reviewers who review most, from the report `review-rate`, in the order of its rows. */
export function seriesOf({ rows }: Table): readonly Series[] {
  return rows.slice(0, MOST_SERIES).map((row) => ({
    name: cleanLine(String(row.user ?? "")),
    total: Number(row.total ?? 0),
    rates: Array.from({ length: WEEKS }, (_, index) => Number(row[`week${WEEKS - index}`] ?? 0)),
  }));
}
