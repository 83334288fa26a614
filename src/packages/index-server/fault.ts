/** 502: its answer can't be used; 503: it can't be reached or says so itself; 504: it took too long, or may not be asked. */
type FaultStatus = 502 | 503 | 504;

/** Why an upstream gave no answer. The message is for people and holds no credentials. */
export class UpstreamFault extends Error {
  override readonly name = "UpstreamFault";
  readonly status: FaultStatus;

  constructor(status: FaultStatus, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }

  /** Whether the next request would most likely fail in the same way. */
  get isOutage(): boolean {
    return this.status !== 502;
  }
}

/** A fault from whatever the HTTP client threw. `what` says what was being fetched, without credentials. */
export function asFault(error: unknown, what: string): UpstreamFault {
  if (error instanceof UpstreamFault) return error;
  const { code, message, name } = (error ?? {}) as NodeJS.ErrnoException;
  const timedOut = /TIMEOUT|TIMEDOUT/.test(code ?? "") || name === "TimeoutError";
  const why = timedOut ? "did not answer in time" : `could not be fetched (${code ?? message ?? name})`;
  return new UpstreamFault(timedOut ? 504 : 503, `${what} ${why}`, { cause: error });
}
