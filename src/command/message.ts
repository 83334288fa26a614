import type { Ending, Exit } from "./outcome.js";
import type { Reason } from "./result.js";

/** What a failed command's error says: the command and the reason. */
export function failureMessage(failure: {
  readonly command: string;
  readonly reason: Reason;
  /** Why the launch failed, where it did. */
  readonly why: string | null;
  readonly exit: Exit;
  readonly ending: Ending | null;
  readonly timeoutMs: number | null;
  readonly idleTimeoutMs: number | null;
}): string {
  return `${failure.command}: ${why(failure)}`;
}

function why(failure: Parameters<typeof failureMessage>[0]): string {
  const { ending, exit } = failure;
  if (failure.why !== null) return failure.why;
  switch (failure.reason) {
    case "timeout":
      return `took longer than ${failure.timeoutMs} ms and was stopped`;
    case "idle-timeout":
      return `wrote nothing for ${failure.idleTimeoutMs} ms and was stopped`;
    case "aborted":
      return ending?.type === "aborted" && ending.because ? `was stopped: ${ending.because}` : "was stopped on request";
    case "signal":
      return `was ended by ${exit.signal}`;
    default:
      return `exited with code ${exit.exitCode}`;
  }
}
