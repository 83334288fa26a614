const SIZE = /^(\d+)(?:([KMGT])(i?)B|B)?$/i;
const POWERS = { K: 1, M: 2, G: 3, T: 4 } as const;

/**
 * A size in bytes: `1024`, `512MiB` (powers of 1024: KiB, MiB, GiB, TiB), `2GB` (powers of 1000: kB, MB, GB, TB).
 * Undefined for anything else, and for more than 2^53 - 1 bytes.
 */
export function parseSize(text: string): number | undefined {
  const match = SIZE.exec(text);
  if (!match) return undefined;
  const unit = match[2]?.toUpperCase() as keyof typeof POWERS | undefined;
  const bytes = Number(match[1]) * (unit ? (match[3] ? 1024 : 1000) ** POWERS[unit] : 1);
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

const UNITS = ["TiB", "GiB", "MiB", "KiB"] as const;

/** A size in bytes as people write it: `64MiB`; one that is no whole number of KiB in bytes. */
export function formatSize(bytes: number): string {
  const at = UNITS.findIndex((_, index) => bytes % 1024 ** (UNITS.length - index) === 0);
  return at < 0 || bytes === 0 ? `${bytes} bytes` : `${bytes / 1024 ** (UNITS.length - at)}${UNITS[at]}`;
}
