import { escapeMarkdown } from "../../report/index.js";
import { WEEKS } from "../reports/review-rate.js";
import type { Table } from "../reports/table.js";
import { COLOURS, seriesOf } from "./series.js";

/** A square of nearly each colour of the lines, since the chart has no legend. */
const SQUARES = ["🟦", "🟧", "🟩", "🟪", "🟨"] as const;

/**
 * The rates of those who review most as a Mermaid XY chart (mermaid.js.org/syntax/xyChart), with a legend under it, for a job
 * summary, an issue or a comment. `table` is that of the report `review-rate`. Empty where nobody reviewed.
 */
export function plotMermaid(table: Table): string {
  const series = seriesOf(table).slice(0, SQUARES.length);
  if (series.length === 0) return "";
  const palette = COLOURS.slice(0, series.length).join(", ");
  const most = Math.max(...series.flatMap(({ rates }) => rates));
  const lines = series.map(({ rates }) => `  line [${rates.map((rate) => Number(rate.toFixed(3))).join(", ")}]`);
  const legend = series.map(
    ({ name, total }, index) => `${SQUARES[index]} ${escapeMarkdown(name)} ${total.toFixed(2)}`,
  );
  return [
    "```mermaid",
    "---",
    "config:",
    "  themeVariables:",
    "    xyChart:",
    `      plotColorPalette: "${palette}"`,
    "---",
    "xychart-beta",
    '  title "Reviews a day, by week"',
    `  x-axis "weeks ago" ${WEEKS} --> 1`,
    `  y-axis "reviews a day" 0 --> ${most === 0 ? 1 : Number((most * 1.1).toFixed(3))}`,
    ...lines,
    "```",
    "",
    `${legend.join(" · ")}`,
    "",
  ].join("\n");
}
