import type { Outcome } from "../reports/table.js";
import { painter } from "./paint.js";

export const FORMATS = ["text", "csv", "json", "markdown", "html"] as const;
export type Format = (typeof FORMATS)[number];

/** A bound on a text: `units` are those of UTF-16, `bytes` those of UTF-8. */
export interface Limit {
  readonly most: number;
  readonly in: "bytes" | "units";
}

/** What formats are told of the reader. */
export interface FormatView {
  readonly now: number;
  /** Columns of the terminal; null: text is not cut. */
  readonly width: number | null;
  readonly color: "colors" | "plain";
  /** The most that Markdown may take; null: no bound. */
  readonly limit: Limit | null;
  /** What comes with the report in people's formats: `rate` is the plot of `review-rate`. */
  readonly picture: "rate" | "none";
}

/** The report in a format; what writes it is loaded when it is first needed. */
export async function formatReport(outcome: Outcome, format: Format, view: FormatView): Promise<string> {
  const { now, width, color, limit, picture } = view;
  switch (format) {
    case "text":
      return (await import("./text.js")).toText(outcome, { now, width, paint: painter(color) });
    case "csv":
      return (await import("./csv.js")).toCsv(outcome);
    case "json":
      return (await import("./json.js")).toJson(outcome);
    case "markdown": {
      const chart = picture === "rate" ? (await import("../plot/mermaid.js")).plotMermaid(outcome.table) : "";
      const sizeOf = limit?.in === "bytes" ? Buffer.byteLength : ({ length }: string): number => length;
      const room = limit === null ? null : limit.most - sizeOf(chart) - 1;
      const { toMarkdown } = await import("./markdown.js");
      const text = toMarkdown(outcome, { now, limit: room, sizeOf });
      return chart === "" ? text : `${chart}\n${text}`;
    }
    case "html": {
      const svg = picture === "rate" ? (await import("../plot/svg.js")).plotSvg(outcome.table, now) : null;
      return (await import("./html.js")).toHtml(outcome, { now, picture: svg });
    }
  }
}
