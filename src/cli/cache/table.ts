import { pad, padStart, widest } from "../../columns.js";
import type { KeptItem } from "../../packages/index.js";
import { printable } from "../../printable.js";
import { sizeText } from "../../report/index.js";

const MINUTE = 60_000;
const GAP = "  ";
const HEAD = ["KIND", "SIZE", "AGE", "USED", "NAME"] as const;

/** Things of the cache as a table: the name last, since it may be of any length. */
export function table(items: readonly KeptItem[], now: number): string {
  const rows = items.map(({ what, name, bytes, created, used, inUse }) => [
    what,
    sizeText(bytes),
    ageText(now - created),
    ageText(now - used),
    `${printable(name)}${inUse === null ? "" : `  (in use by ${inUse})`}`,
  ]);
  const lines = [HEAD, ...rows];
  const widths = HEAD.map((_, column) =>
    widest(
      lines.map((line) => line[column] ?? ""),
      0,
    ),
  );
  return lines
    .map(([what = "", ...rest]) => {
      const name = rest.pop() ?? "";
      const cells = rest.map((cell, index) => padStart(cell, widths[index + 1] ?? 0));
      return `${[pad(what, widths[0] ?? 0), ...cells, name].join(GAP)}\n`;
    })
    .join("");
}

/** As JSON, for programs. */
export function plain({ what, name, bytes, created, used, cost, inUse }: KeptItem): Record<string, unknown> {
  const time = (ms: number): string => new Date(ms).toISOString();
  return { kind: what, name, bytes, created: time(created), used: time(used), built: cost === "build", inUse };
}

/** How long ago, in one unit: `12m`, `5h`, `3d`. */
export function ageText(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE));
  if (minutes < 60) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours}h` : `${Math.floor(hours / 24)}d`;
}

export function totalOf(items: readonly { readonly bytes: number }[]): number {
  return items.reduce((sum, { bytes }) => sum + bytes, 0);
}
