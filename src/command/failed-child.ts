import type { Child } from "./child.js";
import type { CommandError } from "./error.js";

/** The child of a command that could not be started, where failure is allowed: over already. Bad input and what the host cannot do still throw. */
export function failedChild(error: CommandError): Child<string | Buffer, string | Buffer> {
  if (error.reason === "invalid" || error.reason === "unsupported") throw error;
  const { exitCode, signal, status, stdout, stderr, durationMs, pid, timedOut, truncated, truncatedBytes, reason } =
    error;
  const result = {
    exitCode,
    signal,
    status,
    stdout,
    stderr,
    durationMs,
    pid,
    timedOut,
    truncated,
    truncatedBytes,
    reason,
  };
  return {
    pid: null,
    stdout: null,
    stderr: null,
    wait: async () => result,
    signal: async () => {},
    abort: async () => {},
    kill: async () => {},
    write: async () => false,
    closeStdin() {},
    handshakeWait: async () => {
      throw error;
    },
    handshakeNotify() {},
  };
}
