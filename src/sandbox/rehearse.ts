import { CommandError, type Reason } from "../command/index.js";
import type { SandboxSession } from "./model.js";
import type { NormalConfig } from "./normal.js";
import { type ConfigPath, refuse, type SandboxFault } from "./refuse.js";

/** How a command fails by itself, in a sandbox that works. */
const ITS_OWN: readonly Reason[] = ["exit", "signal"];

/** How engines and their runtimes call the limit of open files. */
const OPEN_FILES = /rlimit|ulimit|nofile|open files/i;

/** How a limit is told that this process may not set. */
const ABOVE = /above (?:this process's|the) hard limit(?: of \d+)?/;

/** How it is told that a program could not even say why it failed. */
const WORDLESS = /it said nothing$/;

/** Opens a sandbox, has it run true(1), and closes it: what kept it from that; null: nothing. */
export async function rehearsed(
  config: NormalConfig,
  open: (config: NormalConfig) => Promise<SandboxSession>,
): Promise<SandboxFault | null> {
  try {
    const session = await open(config);
    try {
      return await faultOfCommand(session, config);
    } finally {
      await session.close();
    }
  } catch (error) {
    const failure = failureOf(error);
    const { openFiles } = config.limits;
    return openFiles !== null && OPEN_FILES.test(failure.message)
      ? openFilesFault(failure, openFiles)
      : { at: placeOf(failure, config), error: failure };
  }
}

async function faultOfCommand(session: SandboxSession, config: NormalConfig): Promise<SandboxFault | null> {
  const { openFiles } = config.limits;
  try {
    await session.command(["true"]).run();
    return null;
  } catch (error) {
    const failure = failureOf(error);
    const { reason } = failure;
    // Another root need not have it.
    if (reason === "not-found" || reason === "not-executable") return null;
    const at = placeOf(failure, config);
    if (openFiles !== null && reason !== "limit" && at[0] !== "cwd") return openFilesFault(failure, openFiles);
    return ITS_OWN.includes(reason) ? null : { at, error: ofSandbox(failure) };
  }
}

function failureOf(error: unknown): CommandError {
  if (error instanceof CommandError && error.reason !== "aborted") return error;
  throw error;
}

/** Whose command it was is of no interest here, and may be a long helper program. */
function saidBy({ message, command }: CommandError): string {
  const subject = command === "" ? "The sandbox: " : `${command}: `;
  return message.startsWith(subject) ? message.slice(subject.length) : message;
}

function ofSandbox(failure: CommandError): CommandError {
  const { reason, limit } = failure;
  return refuse(reason, saidBy(failure), { cause: failure, ...(limit === null ? {} : { limit }) });
}

function openFilesFault(failure: CommandError, openFiles: number): SandboxFault {
  const said = saidBy(failure);
  const [tooHigh] = ABOVE.exec(said) ?? [];
  const words = WORDLESS.test(said) ? "" : `: ${said}`;
  const what = tooHigh ?? `too low for any command to be started${words}`;
  const why = `limits.openFiles is ${openFiles}, ${what}`;
  return { at: ["limits", "openFiles"], error: refuse("unsupported", why, { cause: failure }) };
}

/** The key that is most likely to blame; empty: none stands out. */
function placeOf({ reason, limit, message }: CommandError, { cwd, limits, extraMounts }: NormalConfig): ConfigPath {
  if (limit !== null) return ["limits", limit];
  if (reason === "spawn" && cwd !== null && cwd !== "/" && message.includes(cwd)) return ["cwd"];
  const bounds = (["memory", "pids"] as const).filter((name) => limits[name] !== null);
  if (reason === "spawn" && bounds.length === 1) return ["limits", ...bounds];
  const mount = reason === "mount" ? extraMounts.findIndex(({ target }) => message.includes(target)) : -1;
  return mount < 0 ? [] : ["extraMounts", mount];
}
