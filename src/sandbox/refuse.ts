import { CommandError, quote, type Reason } from "../command/index.js";

/** A place in a configuration: keys and indices, the outermost first. */
export type ConfigPath = readonly (string | number)[];

/** One thing that is wrong with a configuration, and where; an empty place: nothing that one key says. */
export interface SandboxFault {
  readonly at: ConfigPath;
  readonly error: CommandError;
  /** What of this machine is not there, or is something else; absent: it is about none. */
  readonly path?: string;
}

/** What a sandbox's error is about: the command's words, or none where it is about the sandbox itself. */
export type Subject = readonly string[];

/** What there is to say of a command for a sandbox that has been closed, or has ended. */
export const NOT_OPEN = "the sandbox is not open any more";

/** The error of a sandbox for which the system has no more processes, descriptors or the like, by the system's own error. */
export function notStarted(cause: unknown): CommandError {
  const { code, message } = cause as NodeJS.ErrnoException;
  return refuse("spawn", `it could not be started (${code ?? message})`, { cause });
}

/** The error of something that was not run. The message begins with the command, where there is one. */
export function refuse(
  reason: Reason,
  why: string,
  details: { readonly command?: Subject; readonly limit?: string; readonly cause?: unknown } = {},
): CommandError {
  const command = (details.command ?? []).map(String).map(quote).join(" ");
  return new CommandError(command === "" ? `The sandbox: ${why}` : `${command}: ${why}`, {
    reason,
    command,
    cause: details.cause,
    ...(details.limit === undefined ? {} : { limit: details.limit }),
  });
}
