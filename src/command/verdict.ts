import type { Exit } from "./outcome.js";
import type { Reason } from "./result.js";

/** How a client ended, with the last lines of its stderr (none where they went past this process). */
export interface ClientEnd {
  readonly exit: Exit;
  readonly lastLines: readonly string[];
}

/** Why a command did not succeed, as its place knows it. */
export interface Verdict {
  readonly reason: Reason;
  /** For people; untrusted text may be in it. */
  readonly why: string;
  /** With reason "limit": which. */
  readonly limit?: string;
}
