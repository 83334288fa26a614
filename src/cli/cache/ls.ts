import { sizeText } from "../../report/index.js";
import type { Cli } from "../io.js";
import { plain, table, totalOf } from "./table.js";
import { upkeepOf } from "./upkeep.js";

/** Lists what is kept; returns the exit code. */
export async function ls(cli: Cli, flags: { readonly json?: boolean }): Promise<number> {
  const upkeep = await upkeepOf(cli);
  const items = await upkeep.list();
  if (flags.json) cli.stdout.write(`${JSON.stringify(items.map(plain), null, 2)}\n`);
  else if (items.length === 0) cli.stderr.write(`Nothing is kept in ${upkeep.directory}.\n`);
  else {
    cli.stdout.write(table(items, cli.now().getTime()));
    cli.stderr.write(`${sizeText(totalOf(items))} in ${upkeep.directory}\n`);
  }
  return 0;
}
