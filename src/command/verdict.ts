import type { Exit } from "./outcome.js";
import type { Reason } from "./result.js";

/** How a client ended, with the last lines of its outputs (none of what went past this process, or is held back). */
export interface ClientEnd {
  readonly exit: Exit;
  /** Of stderr, or of stdout where both are one. */
  readonly lastLines: readonly string[];
  /** What may be a client's own message, of stderr and of stdout. */
  readonly heldBack: readonly string[];
}

/** Why a command did not succeed, as its place knows it. */
export interface Verdict {
  readonly reason: Reason;
  /** For people; untrusted text may be in it. */
  readonly why: string;
  /** With reason "limit": which. */
  readonly limit?: string;
  /** What was met there, as an error of the system. */
  readonly cause?: unknown;
  /** The command was not started: the exit code is the client's, and so is what was held back. */
  readonly notStarted?: true;
}
