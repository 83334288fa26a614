import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keeperProgram } from "./keeper-program.js";

/** What holds a container open while commands come and go: process 1, and what has to be mounted for it. */
export interface Keeper {
  readonly argv: readonly [string, ...string[]];
  /** A file of the host to be bound at `argv[0]`, which commands can be started by as well; null: the program is the image's own. */
  readonly file: string | null;
}

/** In every container /dev is a file system of its own, so that a mount point there leaves nothing in the image or a root folder. */
const INSIDE = "/dev/.forgexec-keeper";

/** Programs that images have and that can wait for ever. */
const IMAGES_OWN: readonly Keeper["argv"][] = [
  ["sleep", "2147483647"],
  ["tail", "-f", "/dev/null"],
  ["python3", "-c", "import signal; signal.pause()"],
];

/**
 * The keepers to try, the best first: forgexec's own, written into the folder, needs nothing of the image, but a processor that it is
 * made for and an engine that sees this machine's files.
 */
export function keepers(architecture: string, folder: string): readonly Keeper[] {
  const program = keeperProgram(architecture);
  const others = IMAGES_OWN.map((argv) => ({ argv, file: null }));
  if (program === null) return others;
  const file = join(folder, "keeper");
  // It may be the second try of a user who cannot write to a file that nobody may write to.
  rmSync(file, { force: true });
  writeFileSync(file, program, { mode: 0o555 });
  return [{ argv: [INSIDE], file }, ...others];
}
