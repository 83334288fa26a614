/** Why a command did not succeed. The order of the ladder that picks one is in `outcome.ts`. */
export type Reason =
  | "not-found"
  | "not-executable"
  | "spawn"
  | "exit"
  | "signal"
  | "timeout"
  | "idle-timeout"
  | "aborted"
  | "handshake"
  | "unsupported"
  | "invalid"
  | "mount"
  | "limit";

/** What became of a command; CommandError has the same fields. */
export interface CommandResult<Out = string, Err = string> {
  /** The exit code; null where a signal ended the command or nothing was started (but 127 and 126 for what was not found or not executable). */
  readonly exitCode: number | null;
  /** The signal that ended the command, as "SIGTERM". */
  readonly signal: NodeJS.Signals | null;
  /** The exit code, or 128 + the signal's number; 127 not found, 126 not to be started. */
  readonly status: number;
  /** Captured output: a string, or a Buffer where "buffer" was asked for; empty where it went elsewhere. */
  readonly stdout: Out;
  readonly stderr: Err;
  readonly durationMs: number;
  /** null where nothing was started. */
  readonly pid: number | null;
  /** Whether `timeout` or `idleTimeout` ended it. */
  readonly timedOut: boolean;
  /** Whether captured output was longer than `maxBuffer`; its tail is kept. */
  readonly truncated: boolean;
  /** Bytes of captured output that were not kept, of both streams. */
  readonly truncatedBytes: number;
  /** null: success. */
  readonly reason: Reason | null;
}
