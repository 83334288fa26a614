const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A duration for people: `340ms`, `3.2s`, `2m 05s`, `1h 02m`. Takes milliseconds; what is negative or no number counts as 0. */
export function durationText(ms: number): string {
  const whole = Number.isFinite(ms) && ms > 0 ? Math.round(ms) : 0;
  if (whole < SECOND) return `${whole}ms`;
  // Rounded before the unit is chosen, so that 59.96 s is not "60.0s".
  const tenths = Math.round(whole / 100);
  if (tenths < 600) return `${Math.floor(tenths / 10)}.${tenths % 10}s`;
  const seconds = Math.round(whole / SECOND);
  if (seconds * SECOND < HOUR) return `${Math.floor(seconds / 60)}m ${two(seconds % 60)}s`;
  const minutes = Math.round(whole / MINUTE);
  return `${Math.floor(minutes / 60)}h ${two(minutes % 60)}m`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
