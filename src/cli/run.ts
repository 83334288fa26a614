import type { Define } from "./define.js";
import type { Cli } from "./io.js";
import { addLaterOptions, refuseLaterOptions } from "./later.js";
import {
  addCacheOptions,
  addColorOption,
  addEnvironmentOptions,
  addSelectionOptions,
  addSpecOptions,
  type BuildFlags,
  buildOptions,
  type ColorFlag,
} from "./options.js";

interface RunFlags extends BuildFlags, ColorFlag {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

const EXAMPLES = `
Stages: execute (the default), staging, production, all.

Examples:
  $ forgexec run                              install, linting, execute
  $ forgexec run --phase execute              only the tests
  $ forgexec run --from linting --keep-going  all but installing, to the end
  $ forgexec run staging --env DRY_RUN=1      release a candidate
  $ forgexec run --json | jq -c .type         the events, one a line

Exit code: 0, or the failed command's own (128+N for a signal N), 2 bad usage or a bad spec,
124 a time-out, 130 and 143 cancelled.`;

export const define: Define = (command, { cli, end }) => {
  command.argument("[stage]", "the stage to run", "execute");
  addSpecOptions(command);
  addSelectionOptions(command);
  addEnvironmentOptions(command);
  command
    .option("--json", "the run's events on standard output, one JSON object a line, and nothing else")
    .option("--quiet", "only failures and the result")
    .option("--verbose", "more about each step, and stacks of forgexec's own faults");
  addCacheOptions(command);
  addColorOption(command);
  addLaterOptions(command);
  command.addHelpText("after", EXAMPLES).action(async (stage: string, flags: RunFlags) => {
    refuseLaterOptions({ ...flags });
    end(await run({ cli, stage, flags }));
  });
};

/** Runs a stage and reports it; returns the exit code. */
async function run(options: { readonly cli: Cli; readonly stage: string; readonly flags: RunFlags }): Promise<number> {
  const { cli, stage, flags } = options;
  const { prepareBuild } = await import("../build/index.js");
  const { jsonReporter, report } = await import("../report/index.js");
  const { listenForCancel } = await import("./cancel.js");
  const { personReporter } = await import("./console.js");
  const { printDiagnostics } = await import("./diagnostics.js");
  const { waitingLine } = await import("./waiting-line.js");
  const cancel = listenForCancel(cli);
  const waiting = waitingLine(cli);
  try {
    const build = await prepareBuild(buildOptions(cli, stage, flags));
    await cli.closeInherited();
    printDiagnostics(build, { cli, color: flags.color });
    const reporter = flags.json ? jsonReporter({ out: cli.stdout }) : personReporter(cli, flags);
    const events = build.run({
      signal: cancel.signal,
      killSignal: cancel.killSignal,
      progress: (line) => (flags.quiet ? undefined : waiting.show(build.mask(line))),
    });
    const result = await report(after(waiting.clear, events), [reporter]);
    if (result.result !== "cancelled") return result.exitCode;
    return cancel.exitCode() ?? result.exitCode;
  } finally {
    waiting.clear();
    cancel.release();
  }
}

/** The items, `action` having been done before the first. */
async function* after<T>(action: () => void, items: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  for await (const item of items) {
    action();
    yield item;
  }
}
