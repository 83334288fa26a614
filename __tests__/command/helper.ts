import { execFileSync } from "node:child_process";
import { type Command, CommandError } from "../../src/command/index.js";

/** Asked for by its own file: a version manager's stand-in is a shell script and would change what is to be reported. */
export const python = execFileSync("python3", ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" }).trim();

const program = new URL("../fixtures/programs/report.py", import.meta.url).pathname;
/** What makes a Command report what it was started with: `new Command(python, reporter).args(…)`. */
export const reporter: readonly string[] = ["-I", "-S", program];

export interface Report {
  readonly argv: string[];
  readonly environment: Record<string, string>;
  readonly fds: Record<string, string>;
  readonly umask: number;
  readonly cwd: string;
  readonly ids: { uid: number; euid: number; gid: number; groups: number[] };
  readonly pid: number;
  readonly session: number;
  readonly capabilities: Record<"CapInh" | "CapPrm" | "CapEff" | "CapBnd" | "CapAmb", string>;
  readonly noNewPrivileges: string;
  readonly blockedSignals: string;
  readonly ignoredSignals: number;
  readonly limits: Record<string, string[]>;
}

/** Runs a command whose program is the reporter. */
export async function reportOf(command: Command<unknown, unknown>): Promise<Report> {
  const result = await command.stdout("capture").stderr("capture").run();
  return JSON.parse(String(result.stdout));
}

/** The CommandError that a promise rejects with; anything else fails the test. */
export async function failureOf(promise: Promise<unknown>): Promise<CommandError> {
  const outcome = await promise.catch((error: unknown) => error);
  if (outcome instanceof CommandError) return outcome;
  throw new Error("it was expected to fail with a CommandError", { cause: outcome });
}
