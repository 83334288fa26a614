import type { Exit } from "./outcome.js";
import type { Reason } from "./result.js";
import { saidError, systemError } from "./system-error.js";
import type { Verdict } from "./verdict.js";

const statuses: Readonly<Record<number, Reason>> = { 127: "not-found", 126: "not-executable" };

/**
 * Whether a helper of the launch failed, rather than the program: the last line of stderr is the helper's, and it ended with the status
 * that these helpers end with. null: the program's own exit.
 */
export function launchFault(exit: Exit, stderr: readonly string[], helpers: readonly string[]): Verdict | null {
  const last = stderr.at(-1) ?? "";
  const speaker = last.slice(0, Math.max(0, last.indexOf(": ")));
  const name = helpers.find(
    (helper) => speaker === helper || (speaker.startsWith("/") && speaker.endsWith(`/${helper}`)),
  );
  if (name === undefined || exit.exitCode === null || ![1, 125, 126, 127].includes(exit.exitCode)) return null;
  const couldNotExec = name === "env" || last.includes("failed to execute") ? statuses[exit.exitCode] : undefined;
  return {
    reason: couldNotExec ?? "spawn",
    why: `it could not be started: ${last}`,
    cause: causeOf(last, couldNotExec),
  };
}

/** The helper says it in the command's own language, whatever that is. */
function causeOf(said: string, reason: Reason | undefined): Error {
  const cause = saidError(said, { syscall: "execve" });
  if (cause.code !== undefined || reason === undefined) return cause;
  return systemError(reason === "not-found" ? "ENOENT" : "EACCES", { syscall: "execve" });
}
