import { UsageError } from "../../errors.js";
import { sizeText } from "../../report/index.js";
import { parseDuration, parseSize } from "../../spec/index.js";
import type { Cli } from "../io.js";
import { plain, table, totalOf } from "./table.js";
import { upkeepOf } from "./upkeep.js";

interface PruneFlags {
  readonly maxSize: string;
  readonly olderThan?: string;
  readonly json?: boolean;
}

/** Removes what is too much or too old, and tells what went; returns the exit code. */
export async function prune(cli: Cli, flags: PruneFlags): Promise<number> {
  const maxBytes = parseSize(flags.maxSize);
  if (maxBytes === undefined) throw invalid("--max-size", flags.maxSize, "a size such as 500MiB or 2GB");
  const olderThanMs = flags.olderThan === undefined ? Number.POSITIVE_INFINITY : parseDuration(flags.olderThan);
  if (olderThanMs === undefined) throw invalid("--older-than", flags.olderThan, "a duration such as 12h or 14d");
  const upkeep = await upkeepOf(cli);
  const now = cli.now().getTime();
  const { gone, stayed, left } = await upkeep.prune({ maxBytes, olderThanMs, now });
  if (flags.json) {
    const value = { removed: gone.map(plain), inUse: stayed.map(plain), leftBytes: left };
    cli.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    return 0;
  }
  if (gone.length > 0) cli.stdout.write(table(gone, now));
  if (stayed.length > 0) cli.stderr.write(`Not removed, since it is in use:\n${table(stayed, now)}`);
  const went = gone.length === 0 ? "Nothing had to go" : `${sizeText(totalOf(gone))} removed`;
  cli.stderr.write(`${went}; ${sizeText(left)} in ${upkeep.directory}\n`);
  return 0;
}

function invalid(option: string, value: string | undefined, wanted: string): UsageError {
  return new UsageError("invalid-option", `${option}: "${value}" is not ${wanted}.`);
}
