import { CommandError, quote, type Reason } from "../command/index.js";

/** What a sandbox's error is about: the command's words, or none where it is about the sandbox itself. */
export type Subject = readonly string[];

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
