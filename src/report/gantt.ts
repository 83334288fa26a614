import type { Result } from "../run/index.js";
import { oneLine } from "../terminal-text.js";
import { cut } from "./markdown.js";

export interface Bar {
  readonly section: string;
  readonly name: string;
  readonly result: Result;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly durationMs: number;
}

const MOST_BARS = 50;
const LONGEST_NAME = 40;

/**
 * The steps over time as a Mermaid gantt chart (mermaid.js.org/syntax/gantt). Where there are too many, the longest ones
 * and those that failed are shown. Empty without steps.
 */
export function gantt(bars: readonly Bar[]): string {
  const shown = select(bars);
  if (shown.length === 0) return "";
  const lines = ["gantt", "  dateFormat x", "  axisFormat %H:%M:%S"];
  let section = "";
  for (const bar of shown) {
    if (bar.section !== section) lines.push(`  section ${taskName(bar.section)}`);
    section = bar.section;
    const tag =
      bar.result === "failure" || bar.result === "timed-out" ? "crit, " : bar.result === "success" ? "" : "done, ";
    const end = bar.startedAt + Math.max(1, Math.round(bar.durationMs));
    lines.push(`    ${taskName(bar.name)} :${tag}${bar.startedAt}, ${end}`);
  }
  const left = bars.length - shown.length;
  const note = left > 0 ? `\n${left} shorter steps are not in the chart.\n` : "";
  return `\`\`\`mermaid\n${lines.join("\n")}\n\`\`\`\n${note}`;
}

function select(bars: readonly Bar[]): readonly Bar[] {
  if (bars.length <= MOST_BARS) return bars;
  const failed = (bar: Bar): number => (bar.result === "failure" || bar.result === "timed-out" ? 1 : 0);
  const ranked = bars.toSorted((a, b) => failed(b) - failed(a) || b.durationMs - a.durationMs);
  const chosen = new Set(ranked.slice(0, MOST_BARS));
  return bars.filter((bar) => chosen.has(bar));
}

/** Letters and digits with a little punctuation: all else means something to Mermaid somewhere. */
function taskName(name: string): string {
  const plain = oneLine(name.slice(0, 1000))
    .replace(/[^\p{L}\p{M}\p{N} ._/=+-]+/gu, " ")
    .replace(/ +/g, " ")
    .trim();
  return cut(plain === "" ? "step" : plain, LONGEST_NAME);
}
