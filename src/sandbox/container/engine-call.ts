import { Command, type CommandResult } from "../../command/index.js";
import { printableLines } from "../../printable.js";
import type { Engine } from "./engine.js";
import { environmentArgv, type Handover } from "./environment.js";

/** Where the client's first passed descriptor can be opened by name. */
export const PASSED_FILE = "/dev/fd/3";

const NOTHING: Handover = { file: "", client: {}, refused: [] };

/** A call of the engine's client, with its output captured. `argv` gets the options that hand the environment over. */
export function engineCommand(
  engine: Engine,
  argv: (environment: readonly string[]) => readonly string[],
  handover: Handover = NOTHING,
): Command {
  const command = new Command(engine.program, argv(environmentArgv(handover, PASSED_FILE)))
    .envAll({ ...engine.environment, ...handover.client })
    .stdout("capture")
    .stderr("capture")
    .inheritedFds("close");
  if (handover.file !== "") command.sendBuffer(handover.file);
  return command;
}

/** Calls the client to its end; whatever that is. */
export function call(engine: Engine, args: readonly string[], timeoutMs = 60_000): Promise<CommandResult> {
  return engineCommand(engine, () => args)
    .timeout(timeoutMs)
    .allowFailure()
    .run();
}

/** docker's client adds where its usage is to be read, which is of no use to who did not call it. */
const USAGE = /^(Run|See) 'docker .*--help'/;

/** What the engine said about its failure: its last lines, which other people's text may be in. */
export function saidBy(result: CommandResult<string | Buffer, string | Buffer>): string {
  const all = printableLines(String(result.stderr).trim()).split("\n");
  const lines = all.filter((line) => line !== "" && !USAGE.test(line));
  return lines.slice(-5).join("\n") || `it ended with ${result.exitCode ?? result.signal}`;
}
