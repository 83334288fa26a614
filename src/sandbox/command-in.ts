import { Command, type Enclosure } from "../command/index.js";
import type { NormalLimits } from "./normal.js";

/** A command of a place, with the limits that each command has for itself. */
export function commandIn(
  place: Enclosure,
  argv: readonly string[],
  { openFiles, timeout }: Pick<NormalLimits, "openFiles" | "timeout">,
): Command {
  const [program = "", ...args] = argv;
  const command = new Command(program, args).within(place);
  if (openFiles !== null) command.limits({ openFiles });
  return timeout === null ? command : command.timeout(timeout);
}
