import { cacheDirectory } from "../../build/index.js";
import { type CacheUpkeep, findInterpreter, type Interpreter, openUpkeep } from "../../packages/index.js";
import type { Cli } from "../io.js";

/** The cache directory of this command line, and what can be done with it. */
export async function upkeepOf(cli: Cli): Promise<CacheUpkeep & { readonly directory: string }> {
  const directory = cacheDirectory(cli);
  return { ...(await openUpkeep(directory)), directory };
}

/** The Python that is meant. @throws UsageError where there is none */
export function pythonOf(cli: Cli, request: string | undefined): Promise<Interpreter> {
  const { environment, platform, cwd } = cli;
  return findInterpreter({
    ...{ request: request ?? null, environment, platform, directory: cwd, cacheDirectory: cacheDirectory(cli) },
  });
}
