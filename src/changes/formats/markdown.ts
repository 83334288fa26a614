import { escapeMarkdown, fenced } from "../../report/index.js";
import type { CellValue, Column, Outcome, Row, Table, Thread } from "../reports/table.js";
import { ageText } from "./age.js";
import { cellText, isNumeric } from "./cells.js";
import { cleanLine, cleanLines } from "./clean.js";
import { linkTo } from "./link.js";

export interface MarkdownView {
  readonly now: number;
  /** The most that the text may take, as `sizeOf` measures it; rows that have no place are counted in its last line. Null: no bound. */
  readonly limit: number | null;
  /** Bytes, or UTF-16 units. */
  readonly sizeOf: (text: string) => number;
}

const MARKS: Readonly<Record<string, string>> = { "-2": "⛔", "-1": "🔴", "1": "🟢", "2": "✅" };

/** The report as GitHub's Markdown. Nothing that comes from outside is markup, a mention or a link to a name in it. */
export function toMarkdown({ table, view }: Outcome, at: MarkdownView): string {
  const paper = new Paper(at);
  if (view.kind === "threads") {
    const left = view.threads.reduce((sum, thread) => sum + addThread(paper, thread, at), 0);
    if (left > 0) paper.close(`*and ${left} more*\n`);
    else if (view.threads.length === 0) paper.add("No comments.\n");
  } else if (view.kind === "table") {
    addTable(paper, table, at);
  } else {
    paper.add(factsTable(table, at));
    for (const each of view.tables) if (each.rows.length > 0) addTable(paper, each, at);
  }
  return paper.text();
}

/** Takes parts as long as there is room; what does not fit is counted. */
class Paper {
  readonly #parts: string[] = [];
  readonly #at: MarkdownView;
  #used = 0;

  constructor(at: MarkdownView) {
    this.#at = at;
  }

  /** Whether the part had a place; one is kept for a last line. */
  add(part: string): boolean {
    const size = this.#at.sizeOf(part);
    if (this.#at.limit !== null && this.#used + size > this.#at.limit - 100) return false;
    this.#used += size;
    this.#parts.push(part);
    return true;
  }

  /** A last line, which always has a place. */
  close(line: string): void {
    this.#parts.push(line);
    this.#used += this.#at.sizeOf(line);
  }

  text(): string {
    return this.#parts.join("");
  }
}

function addTable(paper: Paper, table: Table, at: MarkdownView): void {
  const { title, columns, rows, omitted } = table;
  if (!paper.add(`### ${escapeMarkdown(cleanLine(title))}: ${rows.length + omitted}\n\n`) || rows.length === 0) return;
  const head = `| ${columns.map(({ name }) => escapeMarkdown(name)).join(" | ")} |\n`;
  const rule = `| ${columns.map((column) => (isNumeric(column) ? "---:" : ":---")).join(" | ")} |\n`;
  let shown = 0;
  if (paper.add(head + rule)) {
    while (shown < rows.length && paper.add(rowLine(rows[shown] ?? {}, columns, at))) shown++;
  }
  const left = rows.length - shown + omitted;
  if (left > 0) paper.close(`\n*and ${left} more*\n`);
  else paper.add("\n");
}

function rowLine(row: Row, columns: readonly Column[], { now }: MarkdownView): string {
  return `| ${columns.map((column) => markdownCell(row[column.key] ?? null, column, now)).join(" | ")} |\n`;
}

function markdownCell(value: CellValue, column: Column, now: number): string {
  const text = cellText(value, column, now);
  if (text === "") return "";
  if (column.kind === "url") return linkText(text);
  const short =
    column.most !== undefined && text.length > column.most ? `${[...text].slice(0, column.most).join("")}…` : text;
  if (column.kind !== "vote") return escapeMarkdown(short);
  return `${MARKS[String(value)] ?? ""} ${short}`.trim();
}

function linkText(address: string): string {
  const link = linkTo(address);
  return link === null ? escapeMarkdown(address) : `[${escapeMarkdown(link.label)}](${link.href})`;
}

function factsTable({ title, columns, rows }: Table, { now }: MarkdownView): string {
  const facts = rows.flatMap((row) =>
    columns.map((column) => {
      const text = cellText(row[column.key] ?? null, column, now);
      return `| ${escapeMarkdown(column.name)} | ${text === "" ? "–" : escapeMarkdown(text)} |\n`;
    }),
  );
  return `### ${escapeMarkdown(cleanLine(title))}\n\n| | |\n| :--- | ---: |\n${facts.join("")}\n`;
}

/** How many comments had no place. */
function addThread(paper: Paper, { title, url, versions }: Thread, at: MarkdownView): number {
  let left = 0;
  const headed = paper.add(`### ${linkText(url)} ${escapeMarkdown(cleanLine(title))}\n\n`);
  for (const version of versions) {
    const heading = `#### ${escapeMarkdown(version.title)}\n\n`;
    const placed = headed && paper.add(version.rows.length === 0 ? `${heading}No comments.\n\n` : heading);
    for (const row of version.rows) if (!placed || !paper.add(commentText(row, at))) left++;
  }
  return left;
}

function commentText(row: Row, { now }: MarkdownView): string {
  const age = typeof row.created === "number" ? ageText(row.created, now) : "";
  const place =
    row.file === null ? "" : `, ${escapeMarkdown(cleanLine(`${row.file}${row.line === null ? "" : `:${row.line}`}`))}`;
  const author = escapeMarkdown(cleanLine(String(row.author ?? "(unknown)")));
  return `**${author}**, ${age === "just now" ? age : `${age} ago`}${place}\n\n${fenced(cleanLines(String(row.comment ?? "")).trim())}\n`;
}
