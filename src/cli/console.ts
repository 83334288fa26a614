import { consoleReporter, type Reporter, shouldColor } from "../report/index.js";
import type { Cli } from "./io.js";
import type { ColorFlag } from "./options.js";
import { SplitTerminal } from "./split-terminal.js";

/**
 * Reports a run to a person: what the commands write to standard output goes there, everything else to standard error.
 * In the log of GitHub Actions all of it goes to standard error: two streams have two readers there, which mix up the order.
 */
export function personReporter(
  cli: Cli,
  flags: ColorFlag & { readonly quiet?: boolean; readonly verbose?: boolean },
): Reporter {
  const outputTo = cli.environment.GITHUB_ACTIONS === "true" ? cli.stderr : cli.stdout;
  const terminal = new SplitTerminal(cli.stderr);
  const isTTY = outputTo.isTTY === true && cli.stderr.isTTY === true;
  const reporter = consoleReporter({
    out: terminal,
    color: shouldColor({ mode: flags.color, environment: cli.environment, isTTY }),
    level: flags.quiet ? "quiet" : flags.verbose ? "verbose" : "normal",
    // Live lines are drawn around the output, which must then go the same way.
    progress: isTTY ? "auto" : "never",
    now: cli.now,
  });
  return {
    async handle(event) {
      await terminal.turnTo(event.type === "output" && event.stream === "stdout" ? outputTo : cli.stderr);
      await reporter.handle(event);
    },
    close: () => reporter.close?.(),
  };
}
