import { UsageError } from "../../errors.js";
import type { Interpreter } from "../../packages/index.js";
import { printable } from "../../printable.js";
import type { Cli } from "../io.js";
import { pythonOf, upkeepOf } from "./upkeep.js";

/** Reads all that is kept and removes what is damaged; returns the exit code: 1 where something was. */
export async function verify(cli: Cli, flags: { readonly json?: boolean }): Promise<number> {
  const upkeep = await upkeepOf(cli);
  const check = await upkeep.verify(await anyPython(cli));
  const { whole, damaged, unchecked } = check;
  if (flags.json) {
    const told = damaged.map(({ what, name, why }) => ({ kind: what, name, why }));
    cli.stdout.write(`${JSON.stringify({ whole, damaged: told, unchecked }, null, 2)}\n`);
  } else {
    for (const { what, name, why } of damaged)
      cli.stdout.write(`${what} ${printable(name)}: ${printable(why)}: removed\n`);
    const found = damaged.length === 0 ? "all whole" : `${damaged.length} damaged and removed`;
    cli.stderr.write(`${whole + damaged.length} things checked in ${upkeep.directory}: ${found}\n`);
  }
  for (const line of unchecked) cli.stderr.write(`not checked: ${printable(line)}\n`);
  return damaged.length === 0 ? 0 : 1;
}

async function anyPython(cli: Cli): Promise<Interpreter | null> {
  try {
    return await pythonOf(cli, undefined);
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}
