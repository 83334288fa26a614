/** What the package signal-exit keeps one of in a process: its listeners end the process only where nobody else listens. */
interface SignalExit {
  readonly count?: unknown;
}

/**
 * Whether someone besides the one listener of this library's listens for a signal and so decides what becomes of the process. Those of
 * the package signal-exit (which execa and many others bring along) do not: like this library they only clear up before the signal ends
 * the process, and leave the decision to whoever else listens. Two that leave it to each other would make the signal do nothing.
 */
export function othersDecide(signal: NodeJS.Signals): boolean {
  return process.listenerCount(signal) > 1 + clearingUp();
}

function clearingUp(): number {
  const { [Symbol.for("signal-exit emitter")]: current } = globalThis as Readonly<Record<symbol, unknown>>;
  const { __signal_exit_emitter__: older } = process as { readonly __signal_exit_emitter__?: unknown };
  return countOf(current) + countOf(older);
}

function countOf(emitter: unknown): number {
  const { count } = (emitter ?? {}) as SignalExit;
  return typeof count === "number" ? count : 0;
}
