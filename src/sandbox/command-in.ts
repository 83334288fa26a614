import { Command, type Enclosure } from "../command/index.js";
import type { NormalLimits } from "./normal.js";
import { refuse } from "./refuse.js";
import { shown } from "./shape.js";

/** @throws CommandError "invalid" where it is no list of words, or an empty one. */
export function requireWords(argv: readonly string[]): void {
  if (!Array.isArray(argv) || argv.some((word) => typeof word !== "string"))
    throw refuse("invalid", `the command is ${shown(argv)}, not a list of words as ["echo", "x"]`);
  if (argv.length === 0 || argv[0] === "") throw refuse("invalid", "the command is empty");
}

/** A command of a place, with the limits that each command has for itself. */
export function commandIn(
  place: Enclosure,
  argv: readonly string[],
  { openFiles, timeout }: Pick<NormalLimits, "openFiles" | "timeout">,
): Command {
  requireWords(argv);
  const [program = "", ...args] = argv;
  const command = new Command(program, args).within(place);
  if (openFiles !== null) command.limits({ openFiles });
  return timeout === null ? command : command.timeout(timeout);
}
