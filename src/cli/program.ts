import { Command, CommanderError } from "commander";
import { UsageError } from "../errors.js";
import { VERSION } from "../version.js";
import { COMMANDS, LATER_COMMANDS } from "./commands.js";
import type { Cli } from "./io.js";

const OVERVIEW_EXAMPLES = `
Examples:
  $ forgexec init                    write a spec for the project in this folder
  $ forgexec run                     install, lint and test
  $ forgexec run --phase linting     only that phase
  $ forgexec plan staging            what the staging stage would do

'forgexec COMMAND --help' shows a command's options and examples.`;

/** Parses the command line and runs the command it names; returns its exit code. Throws a UsageError for bad usage found by a command. */
export async function runProgram(argv: readonly string[], cli: Cli): Promise<number> {
  const named = argv[0] === "help" ? argv[1] : argv[0];
  if (named !== undefined && LATER_COMMANDS.has(named)) {
    throw new UsageError(
      "later-command",
      `the command '${named}' is not in this version of forgexec (${VERSION}); 'forgexec --help' lists those that are`,
    );
  }
  let code = 0;
  const program = new Command("forgexec")
    .description("Runs a build spec's phases: install, lint, test, deploy.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .enablePositionalOptions()
    .helpCommand("help [command]", "show the help of a command")
    .addHelpText("after", OVERVIEW_EXAMPLES);
  configure(program, cli);
  for (const entry of COMMANDS) {
    const command = program.command(entry.name).description(entry.summary).helpOption("-h, --help", "show this help");
    configure(command, cli);
    if (entry.name !== named) continue;
    const { define } = await entry.load();
    define(command, {
      cli,
      end: (value) => {
        code = value;
      },
    });
  }
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
  return code;
}

function configure(command: Command, cli: Cli): void {
  command.exitOverride().showHelpAfterError("(--help shows the usage)");
  command.configureOutput({
    writeOut: (text) => cli.stdout.write(text),
    writeErr: (text) => cli.stderr.write(text),
    getOutHelpWidth: () => cli.stdout.columns ?? 100,
    getErrHelpWidth: () => cli.stderr.columns ?? 100,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  });
}
