import picocolors from "picocolors";
import type { CellValue, Column } from "../reports/table.js";

type Paint = (text: string) => string;

/** The colours of the reports in a terminal. */
export interface Painter {
  readonly title: Paint;
  readonly heading: Paint;
  readonly dim: Paint;
  readonly name: Paint;
  readonly place: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly cell: (value: CellValue, column: Column) => Paint;
}

const asIs: Paint = (text) => text;

export function painter(color: "colors" | "plain"): Painter {
  const { bold, dim, red, green, cyan, underline } = picocolors.createColors(color === "colors");
  const votes: Readonly<Record<string, Paint>> = {
    "-2": (text) => bold(red(text)),
    "2": (text) => bold(green(text)),
    "-1": red,
    "1": green,
  };
  return {
    title: bold,
    heading: (text) => dim(underline(text)),
    dim,
    name: bold,
    place: cyan,
    good: green,
    bad: red,
    cell: (value, { kind }) => {
      if (kind === "vote") return votes[String(value)] ?? asIs;
      return kind === "time" || kind === "url" ? dim : asIs;
    },
  };
}
