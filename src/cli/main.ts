import { VERSION } from "../version.js";
import type { Cli, Io, Output } from "./io.js";

/**
 * The command line: `argv` are the words after the program's name. Returns the exit code and never ends the process.
 * What a subcommand needs is loaded when it is called for, so that `--version` loads next to nothing.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const outputGone = new AbortController();
  let outputError: NodeJS.ErrnoException | undefined;
  io.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`| head`) is no fault.
    if (error.code !== "EPIPE") outputError ??= error;
    outputGone.abort(error);
  });
  // Nobody is left to be told.
  io.stderr.on("error", () => {});

  if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
    io.stdout.write(`${VERSION}\n`);
    return 0;
  }
  const cli: Cli = { ...io, outputGone: outputGone.signal };
  try {
    const { runProgram } = await import("./program.js");
    const code = await runProgram(argv, cli);
    await flush(io.stdout);
    if (outputError !== undefined) throw outputError;
    return code;
  } catch (error) {
    const { reportFailure } = await import("./failure.js");
    return reportFailure(outputError ?? error, { argv, cli });
  }
}

/** Waits until what was written is out, or cannot be. */
function flush(output: Output): Promise<void> {
  return new Promise((resolve) => {
    if (output.destroyed) resolve();
    else output.write("", () => setImmediate(resolve));
  });
}
