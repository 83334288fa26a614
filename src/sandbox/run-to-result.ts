import { type Command, CommandError, type Stdout } from "../command/index.js";
import type { SandboxResult } from "./model.js";
import type { NormalConfig } from "./normal.js";
import { refuse } from "./refuse.js";

/** Runs a command with the configuration's outputs and time limit. Its own failure is a result; what its sandbox did to it is an error. */
export async function runToResult(command: Command, config: NormalConfig): Promise<SandboxResult> {
  for (const [name, to] of [
    ["stdout", config.stdout],
    ["stderr", config.stderr],
  ] as const) {
    if (to === "pipe" || to === "buffer") {
      throw refuse(
        "invalid",
        `${name} cannot be ${JSON.stringify(to)}: nobody could read it. Use open() and its command()`,
        {
          command: command.toArgv(),
        },
      );
    }
  }
  command.stdout(config.stdout as Exclude<Stdout, "buffer">).stderr(config.stderr);
  if (config.limits.timeout !== null) command.timeout(config.limits.timeout);
  const { status, stdout, stderr } = await command.run().catch(failedCommand);
  return {
    exitCode: status,
    stdout: config.stdout === "capture" ? String(stdout) : null,
    stderr: config.stderr === "capture" ? String(stderr) : null,
  };
}

function failedCommand(error: unknown): CommandError {
  if (error instanceof CommandError && (error.reason === "exit" || error.reason === "signal")) return error;
  throw error;
}
