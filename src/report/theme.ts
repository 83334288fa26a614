import picocolors from "picocolors";
import type { Result } from "../run/index.js";

type Paint = (text: string) => string;

/** The looks of the terminal report: marks and colours, or marks alone. */
export interface Theme {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
  readonly cyan: Paint;
  /** Colours that tell steps which run at the same time from each other. */
  readonly labels: readonly Paint[];
  readonly mark: (result: Result) => string;
  readonly paint: (result: Result) => Paint;
}

const MARKS: Readonly<Record<Result, string>> = {
  success: "✔",
  failure: "✖",
  cancelled: "■",
  skipped: "○",
  "timed-out": "✖",
};

export function theme(color: boolean): Theme {
  const { bold, dim, red, yellow, green, cyan, magenta, blue } = picocolors.createColors(color);
  const paints: Record<Result, Paint> = {
    success: green,
    failure: red,
    cancelled: yellow,
    skipped: dim,
    "timed-out": red,
  };
  const labels = [cyan, magenta, blue, yellow, green];
  const paint = (result: Result): Paint => paints[result];
  return { bold, dim, red, yellow, green, cyan, labels, paint, mark: (result) => paint(result)(MARKS[result]) };
}
