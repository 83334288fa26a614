import { escapeUTF8 } from "entities";
import type { CellValue, Column, Outcome, Row, Table, Thread } from "../reports/table.js";
import { ageText } from "./age.js";
import { cellText, isNumeric, timeText } from "./cells.js";
import { cleanLine, cleanLines } from "./clean.js";
import { linkTo } from "./link.js";
import { STYLE } from "./style.js";

export interface HtmlView {
  readonly now: number;
  /** An SVG picture of the report, made by ourselves; null: none. */
  readonly picture: string | null;
}

const VOTE_CLASSES: Readonly<Record<string, string>> = {
  "-2": "vote m2",
  "-1": "vote m1",
  "1": "vote p1",
  "2": "vote p2",
};

/**
 * The report as a page that stands alone: no scripts, nothing loaded, light and dark as the reader has it. Everything from outside
 * is escaped, and a policy in the page forbids whatever else might run.
 */
export function toHtml({ table, view }: Outcome, { now, picture }: HtmlView): string {
  const main =
    view.kind === "threads"
      ? view.threads.map((thread) => threadHtml(thread, now)).join("\n") || "<p>No comments.</p>"
      : view.kind === "facts"
        ? [factsHtml(table, now), ...view.tables.map((each) => tableHtml(each, now))].join("\n")
        : tableHtml(table, now);
  const made = timeText(now);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${escaped(table.title)}</title>
<style>
${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(table.title)}</h1>
<p class="made">As of ${made === null ? "an unknown time" : `<time datetime="${made}">${made.slice(0, 16).replace("T", " ")} UTC</time>`}</p>
${picture === null ? "" : `<figure>\n${picture}</figure>\n`}${main}
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  // UTF-8 has no lone surrogates.
  return escapeUTF8(text.replace(/\p{Cs}/gu, "\ufffd"));
}

function tableHtml({ title, columns, rows, omitted }: Table, now: number): string {
  const count = rows.length + omitted;
  if (rows.length === 0) return `<p>${escaped(title)}: none.</p>`;
  const head = columns.map((column) => `<th scope="col"${aligned(column)}>${escaped(column.name)}</th>`).join("");
  const body = rows.map(
    (row) => `<tr>${columns.map((column) => cellHtml(row[column.key] ?? null, column, now)).join("")}</tr>`,
  );
  const more = omitted === 0 ? "" : `\n<p>and ${omitted} more</p>`;
  return `<div class="wide" role="region" aria-label="${escaped(title)}" tabindex="0">
<table>
<caption>${escaped(title)}: ${count}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join("\n")}
</tbody>
</table>
</div>${more}`;
}

function aligned(column: Column): string {
  return isNumeric(column) ? ' class="number"' : "";
}

function cellHtml(value: CellValue, column: Column, now: number): string {
  const text = cellText(value, column, now);
  if (text === "") return `<td${aligned(column)}></td>`;
  if (column.kind === "url") return `<td class="short">${linkHtml(text)}</td>`;
  if (column.kind === "time" && typeof value === "number") {
    const iso = timeText(value) ?? "";
    return `<td class="age"><time datetime="${iso}" title="${iso}">${escaped(text)}</time></td>`;
  }
  if (column.kind === "vote")
    return `<td class="number"><span class="${VOTE_CLASSES[String(value)] ?? "vote"}">${text}</span></td>`;
  const short = column.key === "status" ? ' class="short"' : aligned(column);
  return `<td${short}>${escaped(text)}</td>`;
}

function linkHtml(address: string): string {
  const link = linkTo(address);
  if (link === null) return escaped(address);
  return `<a href="${escaped(link.href)}" title="${escaped(link.href)}" rel="noreferrer">${escaped(link.label)}</a>`;
}

function factsHtml({ columns, rows }: Table, now: number): string {
  const facts = rows.flatMap((row) =>
    columns.map((column) => {
      const text = cellText(row[column.key] ?? null, column, now);
      return `<dt>${escaped(column.name)}</dt><dd>${text === "" ? "–" : escaped(text)}</dd>`;
    }),
  );
  return `<dl>\n${facts.join("\n")}\n</dl>`;
}

function threadHtml({ title, url, versions }: Thread, now: number): string {
  const parts = versions.map(
    (version) =>
      `<h3>${escaped(version.title)}</h3>\n${
        version.rows.length === 0 ? "<p>No comments.</p>" : version.rows.map((row) => commentHtml(row, now)).join("\n")
      }`,
  );
  return `<section>\n<h2>${linkHtml(cleanLine(url))} ${escaped(cleanLine(title))}</h2>\n${parts.join("\n")}\n</section>`;
}

function commentHtml(row: Row, now: number): string {
  const author = escaped(cleanLine(String(row.author ?? "(unknown)")));
  const at = typeof row.created === "number" ? row.created : null;
  const age = at === null ? "" : `<time datetime="${timeText(at) ?? ""}">${ago(at, now)}</time>`;
  const place =
    row.file === null
      ? ""
      : ` <code>${escaped(cleanLine(String(row.file)))}${row.line === null ? "" : `:${row.line}`}</code>`;
  return `<article>\n<p><b>${author}</b> ${age}${place}</p>\n<pre>${escaped(cleanLines(String(row.comment ?? "")).trim())}</pre>\n</article>`;
}

function ago(at: number, now: number): string {
  const age = ageText(at, now);
  return age === "just now" ? age : `${age} ago`;
}
