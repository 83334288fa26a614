import { type Command, Option } from "commander";
import { UsageError } from "../errors.js";
import { VERSION } from "../version.js";

interface LaterFlag {
  readonly flags: string;
  /** The key that commander gives the option. */
  readonly key: string;
  /** The value that asks for what happens anyway; absent: every value is refused. */
  readonly harmless?: string;
}

/** Options of the contract that a later version brings. They are parsed, so that the answer is not "unknown option", and not in the help. */
const LATER: readonly LaterFlag[] = [
  { flags: "--shard <k/n>", key: "shard", harmless: "1/1" },
  { flags: "--jobs <n>", key: "jobs" },
  { flags: "--report <file.html>", key: "report" },
];

export function addLaterOptions(command: Command): void {
  for (const { flags } of LATER) command.addOption(new Option(flags).hideHelp());
}

/** @throws UsageError for the first option of a later version that asks for something */
export function refuseLaterOptions(flags: Readonly<Record<string, unknown>>): void {
  for (const later of LATER) {
    const value = flags[later.key];
    if (value === undefined || value === later.harmless) continue;
    const name = later.flags.split(" ")[0];
    const instead = later.harmless === undefined ? "leave it out" : `leave it out, or give ${name} ${later.harmless}`;
    throw new UsageError("later-option", `${name} is not supported by this version yet (${VERSION}): ${instead}`);
  }
}
