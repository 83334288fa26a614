import type { PhaseSandbox } from "../run/index.js";
import { quoteWord } from "../spec/index.js";
import type { Foreground } from "./foreground.js";
import type { Cli } from "./io.js";

/**
 * Runs one command in a phase's sandbox with forgexec's own standard input, output and error; no other descriptor reaches it. Signals
 * are passed on. Returns the exit code, 128+N for a signal N.
 */
export async function runInSandbox(cli: Cli, command: Foreground, sandbox: PhaseSandbox): Promise<number> {
  const starting = sandbox
    .command(command.argv)
    .envAll(command.environment)
    .cwd(command.workingDirectory)
    .stdin("inherit")
    .stdout("inherit")
    .stderr("inherit")
    .allowFailure()
    .start();
  const release = cli.onSignal((signal) => {
    // The terminal has sent it to whoever listens there already.
    if (cli.interactive && (signal === "SIGINT" || signal === "SIGQUIT")) return;
    // What cannot be started is told below.
    starting.then((child) => child.signal(signal)).catch(() => {});
  });
  try {
    const result = await (await starting).wait();
    const told = result.reason !== null && !["exit", "signal"].includes(result.reason);
    if (told) cli.stderr.write(`error: ${command.argv[0]}: ${whyOf(result)}\n`);
    return result.status;
  } finally {
    release();
  }
}

/**
 * A terminal of this machine controls nothing in namespaces of their own, so the shell gets one that is made inside, by script(1) of
 * util-linux; where there is none, it has no job control.
 */
function onTerminal(prompt: string): string {
  // Where sh is bash, it forgets the prompt of its environment while it is not interactive itself.
  const prompted = `export PS1=${quoteWord(prompt)}; exec sh`;
  return `case $(script --version 2> /dev/null) in
*util-linux*) exec script --quiet --return --command ${quoteWord(prompted)} /dev/null ;;
*) ${prompted} +m ;;
esac`;
}

/** The shell that is to be had in every sandbox; `prompt`: of one on a terminal. */
export function sandboxShell({ interactive }: Pick<Cli, "interactive">, prompt: string): readonly string[] {
  return interactive ? ["sh", "-c", onTerminal(prompt)] : ["sh"];
}

function whyOf({ reason, message }: { readonly reason: string | null; readonly message?: string }): string {
  if (reason === "not-found") return "not found in the sandbox";
  if (reason === "not-executable") return "not executable in the sandbox";
  return message ?? `it could not be run in the sandbox (${reason})`;
}
