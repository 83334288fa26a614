const DURATION = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/;
const FACTORS = [86_400_000, 3_600_000, 60_000, 1000] as const;

/** The longest time that a timer of Node can wait, in milliseconds: a little under 25 days. */
export const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * A duration in milliseconds: `90` and `90s` (seconds), `10m`, `1h30m`, `3d`; units in this order, each at most once.
 * Undefined for anything else, and for more than 2^53 - 1 milliseconds.
 */
export function parseDuration(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (!match || text === "") return undefined;
  const total = FACTORS.reduce((sum, factor, index) => sum + Number(match[index + 1] ?? 0) * factor, 0);
  return Number.isSafeInteger(total) ? total : undefined;
}

/** A duration that a timer can wait for: as `parseDuration`, more than 0 and at most LONGEST_TIMEOUT_MS. */
export function parseTimeout(text: string): number | undefined {
  const milliseconds = parseDuration(text);
  return milliseconds && milliseconds <= LONGEST_TIMEOUT_MS ? milliseconds : undefined;
}

/** Milliseconds for people: `350ms`, `1.2s`, `42s`, `1m30s`, `2h5m`. Never negative. */
export function formatDuration(milliseconds: number): string {
  const rounded = Math.max(0, Math.round(milliseconds));
  if (rounded < 1000) return `${rounded}ms`;
  if (rounded < 9950) return `${Number((rounded / 1000).toFixed(1))}s`;
  const seconds = Math.round(rounded / 1000);
  const parts = [
    [Math.floor(seconds / 86_400), "d"],
    [Math.floor(seconds / 3600) % 24, "h"],
    [Math.floor(seconds / 60) % 60, "m"],
    [seconds % 60, "s"],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join("");
}
