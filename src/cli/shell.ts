import type { Define } from "./define.js";
import { addOpeningOptions, type OpeningFlags } from "./options.js";

const EXAMPLES = `
The shell is $SHELL, else sh. Its prompt begins with (forge), or with the phase's name.
'exit' or Ctrl-D leaves it; its exit code is forgexec's.

Examples:
  $ forgexec shell               the build's environment
  $ forgexec shell execute       that of the phase execute
  $ forgexec shell < commands    commands from a file`;

export const define: Define = (command, { cli, end }) => {
  command.argument("[phase]", "the phase whose environment the shell gets");
  addOpeningOptions(command);
  command.addHelpText("after", EXAMPLES).action(async (phase: string | undefined, flags: OpeningFlags) => {
    const { runInForeground } = await import("./foreground.js");
    const { withOpenBuild } = await import("./opened.js");
    const { greet, markedPrompt, prepareShell } = await import("./shells.js");
    const label = phase ?? "forge";
    const opening = { cli, flags, ...(phase === undefined ? {} : { phase }) };
    const code = await withOpenBuild(opening, async ({ environment, workingDirectory, sandbox }) => {
      // Start-up files, and the shell of this machine, need not be there inside.
      if (sandbox !== null) {
        const { runInSandbox, sandboxShell } = await import("./sandboxed.js");
        const { sandboxText } = await import("../report/index.js");
        if (cli.interactive) greet(cli, `${label} in a sandbox (${sandboxText(sandbox.planned)})`);
        return runInSandbox(
          cli,
          { argv: sandboxShell(cli, markedPrompt(label)), environment, workingDirectory },
          sandbox,
        );
      }
      const shell = await prepareShell(cli, { environment, label });
      try {
        return await runInForeground(cli, { ...shell, workingDirectory });
      } finally {
        await shell.close();
      }
    });
    end(code);
  });
};
