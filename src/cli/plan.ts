import type { Define } from "./define.js";
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

interface PlanFlags extends BuildFlags, ColorFlag {
  readonly json?: boolean;
  readonly matrix?: boolean;
}

const EXAMPLES = `
Examples:
  $ forgexec plan                     what 'forgexec run' would do
  $ forgexec plan production --json   the same for a stage, for programs
  $ echo "matrix=$(forgexec plan --matrix)" >> "$GITHUB_OUTPUT"`;

export const define: Define = (command, { cli, end }) => {
  command.argument("[stage]", "the stage to plan", "execute");
  addSpecOptions(command);
  addSelectionOptions(command);
  addEnvironmentOptions(command);
  command.option("--json", "the plan as JSON").option("--matrix", "a value for strategy.matrix of a workflow, as JSON");
  addCacheOptions(command);
  addColorOption(command);
  addLaterOptions(command);
  command.addHelpText("after", EXAMPLES).action(async (stage: string, flags: PlanFlags) => {
    refuseLaterOptions({ ...flags });
    const { prepareBuild } = await import("../build/index.js");
    const { printDiagnostics } = await import("./diagnostics.js");
    const { matrixOf } = await import("../plan/index.js");
    const build = await prepareBuild({ ...buildOptions(cli, stage, flags), secrets: "left-alone" });
    printDiagnostics(build, { cli, color: flags.color });
    if (flags.matrix) cli.stdout.write(`${JSON.stringify(matrixOf(build.plan))}\n`);
    else if (flags.json) cli.stdout.write(`${JSON.stringify(build.plan, null, 2)}\n`);
    else {
      const { planTable, shouldColor } = await import("../report/index.js");
      const color = shouldColor({ mode: flags.color, environment: cli.environment, isTTY: cli.stdout.isTTY });
      cli.stdout.write(planTable(build.plan, { color, width: cli.stdout.columns }));
    }
    end(0);
  });
};
