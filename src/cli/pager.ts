import { once } from "node:events";
import type { Cli } from "./io.js";

/** `less` quits where all fits on the screen, shows colours, and leaves the text there when it ends. */
const LESS = "FRX";

/**
 * Writes a text to standard output; where that is a terminal and the text has more lines than it, through FORGEXEC_PAGER, PAGER
 * or `less`. A pager that is empty, `cat` or not to be had is none.
 */
export async function page(cli: Cli, text: string, wanted: boolean): Promise<void> {
  const argv = wanted && isLong(cli, text) ? await pagerOf(cli.environment) : [];
  if (argv.length > 0 && (await shownBy(cli, argv, text))) return;
  cli.stdout.write(text);
}

function isLong({ stdout }: Cli, text: string): boolean {
  return stdout.isTTY === true && text.split("\n").length > (stdout.rows ?? Number.POSITIVE_INFINITY);
}

async function pagerOf({ FORGEXEC_PAGER, PAGER }: Cli["environment"]): Promise<readonly string[]> {
  const { splitWords } = await import("../spec/index.js");
  const split = splitWords(FORGEXEC_PAGER ?? PAGER ?? "less");
  const words = "words" in split ? split.words : [];
  return words[0] === "cat" ? [] : words;
}

/** False: there is no such pager, and nothing was shown. */
async function shownBy(cli: Cli, [program = "", ...args]: readonly string[], text: string): Promise<boolean> {
  const { startChild } = await import("../command/index.js");
  // Ctrl-C is the pager's: it must not end forgexec under it.
  const release = cli.onSignal(() => {});
  try {
    const child = await startChild(program, args, {
      stdio: ["pipe", "inherit", "inherit"],
      env: { ...cli.environment, LESS: cli.environment.LESS ?? LESS },
    });
    // Who has seen enough closes the pipe.
    child.stdin?.once("error", () => {});
    child.stdin?.end(text);
    await once(child, "close");
    return true;
  } catch {
    return false;
  } finally {
    release();
  }
}
