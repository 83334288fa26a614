import type { Outcome } from "../reports/table.js";

/** The picture of the report `review-rate`, as SVG; `now` is ms since the epoch. What draws it is loaded when it is first needed. */
export async function plotReviewRate({ table }: Outcome, now: number): Promise<string> {
  return (await import("./svg.js")).plotSvg(table, now);
}
