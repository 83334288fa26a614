import type { Cli } from "../io.js";
import { pythonOf, upkeepOf } from "./upkeep.js";

/** Prints where things are kept; returns the exit code. */
export async function path(
  cli: Cli,
  flags: { readonly wheelhouse?: boolean; readonly python?: string },
): Promise<number> {
  const upkeep = await upkeepOf(cli);
  const found = flags.wheelhouse
    ? await upkeep.wheelhouse(await pythonOf(cli, flags.python), cli.platform)
    : upkeep.directory;
  cli.stdout.write(`${found}\n`);
  return 0;
}
