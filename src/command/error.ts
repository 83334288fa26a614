import type { CommandResult, Reason } from "./result.js";

/** The part of a result that a command has before it was started. */
export const notStarted = {
  exitCode: null,
  signal: null,
  status: 126,
  stdout: "",
  stderr: "",
  durationMs: 0,
  pid: null,
  timedOut: false,
  truncated: false,
  truncatedBytes: 0,
} as const;

/**
 * A command that did not succeed, with the fields of its result. `reason` says why, `command` is the command quoted for a shell,
 * and the message has both and the last lines of its stderr. An expected outcome: print the message, not the stack.
 */
export class CommandError extends Error implements CommandResult<string | Buffer, string | Buffer> {
  override readonly name = "CommandError";
  readonly reason: Reason;
  readonly command: string;
  /** The message without the last lines of its stderr, for where they have been shown as they came. */
  readonly shortMessage: string;
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly status: number;
  readonly stdout: string | Buffer;
  readonly stderr: string | Buffer;
  readonly durationMs: number;
  readonly pid: number | null;
  readonly timedOut: boolean;
  readonly truncated: boolean;
  readonly truncatedBytes: number;
  /** With reason "limit": which one, as "memory" or "pids". */
  readonly limit: string | null;

  constructor(
    message: string,
    details: {
      readonly reason: Reason;
      readonly command: string;
      /** Default: the message. */
      readonly shortMessage?: string;
      readonly result?: CommandResult<string | Buffer, string | Buffer>;
      readonly limit?: string;
      readonly cause?: unknown;
    },
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    const result = details.result ?? notStarted;
    this.reason = details.reason;
    this.command = details.command;
    this.shortMessage = details.shortMessage ?? message;
    this.exitCode = result.exitCode;
    this.signal = result.signal;
    this.status = result.status;
    this.stdout = result.stdout;
    this.stderr = result.stderr;
    this.durationMs = result.durationMs;
    this.pid = result.pid;
    this.timedOut = result.timedOut;
    this.truncated = result.truncated;
    this.truncatedBytes = result.truncatedBytes;
    this.limit = details.limit ?? null;
  }
}
