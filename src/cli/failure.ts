import type { SpecError } from "../build/index.js";
import type { ColorMode } from "../color.js";
import { UsageError } from "../errors.js";
import { printableLines } from "../printable.js";
import { VERSION } from "../version.js";
import type { Cli } from "./io.js";

/** Exit codes of forgexec's own; a failed command's code is passed on as it is. */
export const EXIT = { usage: 2, fault: 70, output: 74 } as const;

/** Tells of what ended a command before its time, on standard error, and returns the exit code. A stack is shown only where asked for. */
export async function reportFailure(
  error: unknown,
  context: { readonly argv: readonly string[]; readonly cli: Cli },
): Promise<number> {
  const { argv, cli } = context;
  if (isSpecError(error)) {
    const { printDiagnostics } = await import("./diagnostics.js");
    if (error.diagnostics.length === 0) cli.stderr.write(`error: ${printableLines(error.message)}\n`);
    else printDiagnostics(error, { cli, color: colorOf(argv) });
    return EXIT.usage;
  }
  if (error instanceof UsageError) {
    cli.stderr.write(`error: ${printableLines(error.message)}\n`);
    return EXIT.usage;
  }
  const { message = String(error), stack } = (error ?? {}) as Partial<Error>;
  if (cli.outputGone.aborted && cli.outputGone.reason === error) {
    cli.stderr.write(`error: standard output cannot be written: ${printableLines(message)}\n`);
    return EXIT.output;
  }
  const verbose = argv.includes("--verbose") || (cli.environment.FORGEXEC_DEBUG ?? "") !== "";
  cli.stderr.write(
    `error: forgexec itself failed: ${printableLines(message)}\n` +
      `This is a fault of forgexec ${VERSION} (Node ${process.version}, ${cli.platform}), not of your build. Please report it with the command that you ran` +
      `${verbose ? "" : ", and what it prints with FORGEXEC_DEBUG=1"}.\n`,
  );
  if (verbose && stack !== undefined) cli.stderr.write(`${stack}\n`);
  return EXIT.fault;
}

function isSpecError(error: unknown): error is SpecError {
  return error instanceof UsageError && "diagnostics" in error;
}

/** The value of `--color`, of a command line that has been parsed without error. */
function colorOf(argv: readonly string[]): ColorMode {
  const at = argv.findLastIndex((word) => word === "--color" || word.startsWith("--color="));
  const value = at < 0 ? undefined : (argv[at]?.split("=")[1] ?? argv[at + 1]);
  return value === "always" || value === "never" ? value : "auto";
}
