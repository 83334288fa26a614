import { spawn } from "node:child_process";
import { constants } from "node:os";
import { inheritedStdio } from "./descriptors.js";
import type { Cli, EndSignal } from "./io.js";

export interface Foreground {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly workingDirectory: string;
}

/**
 * Runs one command in forgexec's place: with its terminal, in its process group, so that job control works, and with its
 * descriptors. Signals are passed on. Returns the exit code: 128+N for a signal N, 127 not found, 126 not executable.
 */
export function runInForeground(cli: Cli, command: Foreground): Promise<number> {
  const [program = "", ...args] = command.argv;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: command.workingDirectory,
      env: command.environment,
      stdio: inheritedStdio(cli.platform),
    });
    const release = cli.onSignal((signal: EndSignal) => {
      // The terminal has sent it to the whole foreground group already.
      if (cli.interactive && (signal === "SIGINT" || signal === "SIGQUIT")) return;
      child.kill(signal);
    });
    child.once("error", (error: NodeJS.ErrnoException) => {
      release();
      cli.stderr.write(`error: ${program}: ${reasonOf(error)}\n`);
      resolve(error.code === "ENOENT" ? 127 : 126);
    });
    child.once("exit", (code, signal) => {
      release();
      resolve(signal === null ? (code ?? 0) : 128 + constants.signals[signal]);
    });
  });
}

function reasonOf(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "not found on the PATH of the build's environment";
  if (error.code === "EACCES") return "not executable";
  return error.message;
}
