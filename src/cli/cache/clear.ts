import { UsageError } from "../../errors.js";
import { sizeText } from "../../report/index.js";
import type { Cli } from "../io.js";
import { askYesOrNo } from "../prompt.js";
import { totalOf } from "./table.js";
import { upkeepOf } from "./upkeep.js";

/** Removes all that is kept, once that is confirmed; returns the exit code. */
export async function clear(cli: Cli, flags: { readonly yes?: boolean }): Promise<number> {
  const upkeep = await upkeepOf(cli);
  if (!flags.yes && !cli.interactive) {
    throw new UsageError(
      "not-confirmed",
      `Nothing was removed from ${upkeep.directory}: give --yes where nobody can be asked.`,
    );
  }
  const size = sizeText(totalOf(await upkeep.list()));
  if (!flags.yes && !(await askYesOrNo(cli, `Remove ${size} in ${upkeep.directory}?`))) {
    cli.stderr.write("Nothing was removed.\n");
    return 1;
  }
  await upkeep.clear();
  cli.stderr.write(`${size} removed from ${upkeep.directory}\n`);
  return 0;
}
