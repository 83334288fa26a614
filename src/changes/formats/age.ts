const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.44 * DAY;
const YEAR = 365.25 * DAY;

/** From how many ms on a unit is used: days are told up to two months, since lists are about weeks. */
const UNITS = [
  { from: 2 * YEAR, ms: YEAR, one: "year", many: "years" },
  { from: 60 * DAY, ms: MONTH, one: "month", many: "months" },
  { from: DAY, ms: DAY, one: "day", many: "days" },
  { from: HOUR, ms: HOUR, one: "hour", many: "hours" },
  { from: MINUTE, ms: MINUTE, one: "min", many: "min" },
] as const;

/** A duration in ms as people say it, rounded down: `5 min`, `3 hours`, `45 days`, `7 months`. Under a minute: `under a minute`. */
export function waitText(ms: number): string {
  const unit = UNITS.find(({ from }) => ms >= from);
  if (unit === undefined) return "under a minute";
  const count = Math.floor(ms / unit.ms);
  return `${count} ${count === 1 ? unit.one : unit.many}`;
}

/** How long ago that was, both in ms since the epoch; what is to come counts as now: clocks differ. */
export function ageText(then: number, now: number): string {
  const ms = now - then;
  return ms < MINUTE ? "just now" : waitText(ms);
}
