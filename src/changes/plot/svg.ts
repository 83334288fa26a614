import { scaleLinear, scaleUtc } from "d3-scale";
import { curveMonotoneX, line } from "d3-shape";
import { escapeUTF8 } from "entities";
import { clip } from "../../columns.js";
import { WEEK_MS } from "../reports/report.js";
import { WEEKS } from "../reports/review-rate.js";
import type { Table } from "../reports/table.js";
import { COLOURS, type Series, seriesOf } from "./series.js";

const WIDTH = 960;
const HEIGHT = 420;
const PLOT = { left: 52, top: 56, right: 740, bottom: 372 } as const;
const LEGEND = { left: 764, line: 24, name: 18 } as const;
/** Lines that also differ without colours. */
const DASHES = ["", "7 3", "2 3", "9 3 2 3"] as const;

const STYLE = `.rate-plot{--ink:#1f2328;--dim:#59636e;--grid:#d1d9e0;--back:#fff;font:13px system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
@media (prefers-color-scheme:dark){.rate-plot{--ink:#e6edf3;--dim:#9da7b3;--grid:#30363d;--back:#0d1117}}
.rate-plot .back{fill:var(--back)}.rate-plot text{fill:var(--ink)}.rate-plot .dim{fill:var(--dim)}
.rate-plot .grid{stroke:var(--grid)}.rate-plot .rate{fill:none;stroke-width:2.2;stroke-linejoin:round;stroke-linecap:round}`;

/**
 * The reviewers' rates over the year as an SVG 1.1 picture that stands alone: lines, axes and a legend, light and dark as the
 * reader has it, without scripts or anything loaded. `table` is that of the report `review-rate`; `now` is ms since the epoch.
 */
export function plotSvg(table: Table, now: number): string {
  const series = seriesOf(table);
  const start = now - (WEEKS - 1) * WEEK_MS;
  const most = Math.max(...series.flatMap(({ rates }) => rates), 0);
  const x = scaleUtc().domain([start, now]).range([PLOT.left, PLOT.right]);
  const y = scaleLinear()
    .domain([0, most === 0 ? 1 : most])
    .nice(5)
    .range([PLOT.bottom, PLOT.top]);
  const path = line<number>(
    (_, week) => x(start + week * WEEK_MS),
    (rate) => y(rate),
  ).curve(curveMonotoneX);

  const rules = y.ticks(5).map((rate) => {
    const at = round(y(rate));
    return `<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${at}" y2="${at}"/><text class="dim" x="${PLOT.left - 8}" y="${at + 4}" text-anchor="end">${y.tickFormat(5)(rate)}</text>`;
  });
  const months = x.ticks(12).map((date) => {
    const at = round(x(date));
    return `<line class="grid" x1="${at}" x2="${at}" y1="${PLOT.bottom}" y2="${PLOT.bottom + 5}"/><text class="dim" x="${at}" y="${PLOT.bottom + 20}" text-anchor="middle">${monthName(date)}</text>`;
  });
  const lines = series.map(
    (each, index) =>
      `<path class="rate" stroke="${colour(index)}"${dashes(index)} d="${path([...each.rates]) ?? ""}"><title>${xml(tooltip(each))}</title></path>`,
  );
  const more = table.rows.length + table.omitted - series.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="rate-plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="rate-title rate-text">
<title id="rate-title">${xml(table.title)}</title>
<desc id="rate-text">${xml(series.length === 0 ? "Nobody reviewed." : series.map(tooltip).join("; "))}</desc>
<style>${STYLE}</style>
<rect class="back" width="${WIDTH}" height="${HEIGHT}"/>
<text x="${PLOT.left}" y="26" font-size="16" font-weight="600">${xml(table.title)}</text>
<text class="dim" x="${PLOT.left}" y="44">reviews a day, the last ${WEEKS} weeks</text>
<g>${rules.join("")}</g>
<g>${months.join("")}</g>
<g>${lines.join("\n")}</g>
<g>${series.map(legendLine).join("\n")}${more > 0 ? legendNote(series.length, `and ${more} more`) : ""}${series.length === 0 ? legendNote(0, "Nobody reviewed") : ""}</g>
</svg>
`;
}

function legendLine(series: Series, index: number): string {
  const y = PLOT.top + index * LEGEND.line;
  const sample = `<line x1="${LEGEND.left}" x2="${LEGEND.left + 26}" y1="${y}" y2="${y}" stroke="${colour(index)}" stroke-width="2.2"${dashes(index)}/>`;
  const name = `<text x="${LEGEND.left + 34}" y="${y + 4}">${xml(clip(series.name, LEGEND.name))}</text>`;
  return `${sample}${name}<text class="dim" x="${WIDTH - 8}" y="${y + 4}" text-anchor="end">${series.total.toFixed(2)}</text>`;
}

function legendNote(index: number, text: string): string {
  return `<text class="dim" x="${LEGEND.left}" y="${PLOT.top + index * LEGEND.line + 4}">${xml(text)}</text>`;
}

function tooltip({ name, total }: Series): string {
  return `${name}: ${total.toFixed(2)} reviews a day over the year`;
}

function colour(index: number): string {
  return COLOURS[index % COLOURS.length] ?? COLOURS[0];
}

function dashes(index: number): string {
  const dash = DASHES[Math.floor(index / 2) % DASHES.length];
  return dash === "" ? "" : ` stroke-dasharray="${dash}"`;
}

function monthName(date: Date): string {
  return new Intl.DateTimeFormat("en", { month: "short", timeZone: "UTC" }).format(date);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Text of an XML document, which may hold neither lone surrogates nor the two noncharacters at the plane's end. */
function xml(text: string): string {
  return escapeUTF8(text.replace(/[\p{Cs}\ufffe\uffff]/gu, "\ufffd"));
}
