import { type Command, CommandError, type Stderr } from "../command/index.js";
import type { SandboxResult } from "./model.js";
import type { NormalConfig } from "./normal.js";
import { refuse } from "./refuse.js";

/** Runs a command with the configuration's outputs and time limit. Its own failure is a result; what its sandbox did to it is an error. */
export async function runToResult(
  command: Command,
  { stdout, stderr, limits }: NormalConfig,
): Promise<SandboxResult<string | Buffer, string | Buffer>> {
  for (const [name, to] of Object.entries({ stdout, stderr })) {
    if (to === "pipe") {
      const why = `${name} cannot be "pipe": nobody could read it. Use open() and its command()`;
      throw refuse("invalid", why, { command: command.toArgv() });
    }
  }
  const wired: Command<string | Buffer, string | Buffer> = command.stdout(stdout).stderr(stderr);
  if (limits.timeout !== null) wired.timeout(limits.timeout);
  const result = await wired.run().catch(failedCommand);
  const isKept = (to: Stderr) => to === "capture" || to === "buffer";
  return {
    exitCode: result.status,
    stdout: isKept(stdout) ? result.stdout : null,
    stderr: isKept(stderr) ? result.stderr : null,
  };
}

function failedCommand(error: unknown): CommandError {
  if (error instanceof CommandError && (error.reason === "exit" || error.reason === "signal")) return error;
  throw error;
}
