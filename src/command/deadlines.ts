import type { Pump } from "./pump.js";

/** setTimeout's longest delay; what is asked beyond it (24 days) never comes. */
const longestDelay = 2 ** 31 - 1;

/** Calls back once when a command has run or been silent for too long. Returns what stops the watch. */
export function watchTime(options: {
  readonly timeoutMs: number | null;
  readonly idleTimeoutMs: number | null;
  readonly pumps: readonly Pump[];
  readonly onExpired: (reason: "timeout" | "idle-timeout") => void;
}): () => void {
  const { timeoutMs, idleTimeoutMs, pumps, onExpired } = options;
  const timers = new Set<NodeJS.Timeout>();
  const after = (ms: number, then: () => void) => {
    if (ms > longestDelay) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      then();
    }, ms);
    timers.add(timer);
  };
  if (timeoutMs !== null) after(timeoutMs, () => onExpired("timeout"));
  if (idleTimeoutMs !== null) {
    // One timer that looks at when the last output came: starting one anew at each chunk would cost more than the reading.
    const begun = performance.now();
    const look = () => {
      const last = Math.max(begun, ...pumps.map((pump) => (pump.held ? performance.now() : pump.lastActivity)));
      const left = last + idleTimeoutMs - performance.now();
      if (left <= 0) onExpired("idle-timeout");
      else after(Math.ceil(left), look);
    };
    after(idleTimeoutMs, look);
  }
  return () => {
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
  };
}
