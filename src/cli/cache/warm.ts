import { resolve } from "node:path";
import { commandEnvironment } from "../../github/index.js";
import { printable } from "../../printable.js";
import { sizeText } from "../../report/index.js";
import { listenForCancel } from "../cancel.js";
import type { Cli } from "../io.js";
import { upkeepOf } from "./upkeep.js";

interface WarmFlags {
  readonly requirement: readonly string[];
  readonly python?: string;
  readonly offline?: boolean;
  readonly json?: boolean;
}

/** Primes the cache; returns pip's exit code, or that of the signal that ended it. */
export async function warm(cli: Cli, flags: WarmFlags): Promise<number> {
  const { environment, platform, home, cwd } = cli;
  const upkeep = await upkeepOf(cli);
  const cancel = listenForCancel(cli);
  const say = (line: string): void => void cli.stderr.write(`${printable(line)}\n`);
  try {
    const warmed = await upkeep.warm({
      requirements: flags.requirement.map((file) => resolve(cwd, file)),
      python: flags.python ?? null,
      directory: cwd,
      environment: commandEnvironment(environment, { workflowCommands: false, platform }),
      ...{ home, platform, network: flags.offline ? "offline" : "online" },
      note: say,
      output: say,
      signal: cancel.signal,
      killSignal: cancel.killSignal,
    });
    const { exitCode, built, fetched, fetchedBytes, kept } = warmed;
    if (flags.json) cli.stdout.write(`${JSON.stringify(warmed, null, 2)}\n`);
    else if (exitCode === 0) {
      say(
        `${built} wheels built, ${fetched} files downloaded (${sizeText(fetchedBytes)}), ${kept} were there: ${upkeep.directory}`,
      );
    }
    return cancel.exitCode() ?? exitCode;
  } catch (error) {
    const code = cancel.exitCode();
    if (code === null) throw error;
    return code;
  } finally {
    cancel.release();
  }
}
