import type { Define } from "./define.js";
import { addOpeningOptions, type OpeningFlags } from "./options.js";

const EXAMPLES = `
The command has forgexec's own standard input, output and error and its open descriptors, and
receives its signals. The exit code is the command's: 128+N for a signal N, 127 not found,
126 not executable.

Examples:
  $ forgexec exec -- python -m pytest -k login
  $ forgexec exec -- pip list
  $ forgexec exec --env APP_MODE=debug -- flask run
  $ forgexec exec -- pip install -r <(grep -v torch requirements.txt)`;

export const define: Define = (command, { cli, end }) => {
  command
    .usage("[options] -- <command...>")
    .argument("<command...>", "the command and its arguments")
    .passThroughOptions();
  addOpeningOptions(command);
  command.addHelpText("after", EXAMPLES).action(async (argv: string[], flags: OpeningFlags) => {
    const { runInForeground } = await import("./foreground.js");
    const { runInSandbox } = await import("./sandboxed.js");
    const { withOpenBuild } = await import("./opened.js");
    end(
      await withOpenBuild({ cli, flags, argv }, ({ environment, workingDirectory, sandbox }) => {
        const command = { argv, environment, workingDirectory };
        return sandbox === null ? runInForeground(cli, command) : runInSandbox(cli, command, sandbox);
      }),
    );
  });
};
