import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open, readlink, realpath } from "node:fs/promises";
import { sep } from "node:path";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { Command, CommandError, type CommandResult, type Reason } from "../command/index.js";
import type { PlannedStep } from "../plan/index.js";
import { quoteWords } from "../spec/index.js";
import { COMMAND_ID } from "./environment.js";
import type { PhaseSandbox } from "./services.js";

/** From SIGTERM to SIGKILL, in milliseconds: a cancelled run has to be over well inside the runner's 7.5 s. */
export const GRACE_MS = 3000;

/** How a command ended. */
export interface Exit {
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** The exit code, or 128 + the signal's number; 127 not found, 126 not to be started. */
  readonly status: number;
  readonly timedOut: "timeout" | "idle-timeout" | null;
  /** It was ended because its signal was aborted. */
  readonly aborted: boolean;
  /** Why it could not be started, for people. */
  readonly problem: string | null;
}

export interface Running {
  /** Resolves when the command is gone and its output has been taken. Never rejects for what a command does. */
  readonly exit: Promise<Exit>;
}

export interface StartOptions {
  readonly planned: Pick<PlannedStep, "argv" | "workingDirectory" | "timeoutMs" | "idleTimeoutMs" | "stdin">;
  readonly environment: Readonly<Record<string, string>>;
  /** What it runs in; null: the machine itself. */
  readonly sandbox: PhaseSandbox | null;
  readonly signal: AbortSignal;
  readonly killSignal: AbortSignal;
}

/** Starts a step's command in a session of its own; what cannot be started is an exit with a `problem`. */
export async function start(
  options: StartOptions & { readonly stdout: Writable; readonly stderr: Writable },
): Promise<Running> {
  const { stdout, stderr } = options;
  const exit = launch(options).then(async (result) => {
    await Promise.all([flushed(stdout), flushed(stderr)]);
    return result;
  });
  return { exit };
}

/** Runs a command to its end and tells whether it succeeded. */
export async function succeeds(options: StartOptions): Promise<boolean> {
  return (await launch(options)).status === 0;
}

async function launch(
  options: StartOptions & { readonly stdout?: Writable; readonly stderr?: Writable },
): Promise<Exit> {
  const { planned, sandbox, stdout, stderr } = options;
  const [program = "", ...args] = planned.argv;
  const opened = planned.stdin === null ? { input: null } : await openInput(planned.stdin, sandbox?.workspace ?? null);
  if ("problem" in opened) return notStarted(`its stdin file cannot be read: ${opened.problem}`, 126);
  const { input } = opened;
  const commandId = randomUUID();
  try {
    const command = (sandbox?.command(planned.argv) ?? new Command(program, args))
      .envAll({ ...options.environment, [COMMAND_ID]: commandId })
      .cwd(planned.workingDirectory)
      .stdin(input === null ? "null" : input.fd)
      .stdout(stdout ?? "null")
      .stderr(stderr ?? "null")
      .killGrace(GRACE_MS)
      .killMarker({ name: COMMAND_ID, value: commandId })
      .signal(options.signal)
      .killSignal(options.killSignal);
    if (planned.timeoutMs !== null) command.timeout(planned.timeoutMs);
    if (planned.idleTimeoutMs !== null) command.idleTimeout(planned.idleTimeoutMs);
    return exitOf(await command.run());
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return exitOf(error, withoutEnvironment(error, planned.argv));
  } finally {
    await input?.close();
  }
}

// A FIFO would be waited for outside of every time-out, and no signal ends that.
// In a sandbox it has to lie in the workspace: a command in there could have put a link to anywhere.
async function openInput(
  path: string,
  within: string | null,
): Promise<{ readonly input: FileHandle } | { readonly problem: string }> {
  try {
    const input = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = await input.stat();
    const outside = within !== null && !(await liesIn(input, { path, folder: within }));
    if (!outside && (stats.isFile() || stats.isCharacterDevice())) return { input };
    await input.close();
    if (outside) return { problem: `${path} leads out of ${within}, which is all that a sandbox's steps read from` };
    return { problem: `${path} is ${stats.isDirectory() ? "a directory" : "no regular file"}` };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

/** The file that is open, not the one that its name leads to by now. */
async function liesIn(
  input: FileHandle,
  { path, folder }: { readonly path: string; readonly folder: string },
): Promise<boolean> {
  const [root, real] = await Promise.all([
    realpath(folder),
    readlink(`/proc/self/fd/${input.fd}`).catch(() => realpath(path)),
  ]);
  return real.startsWith(root === sep ? root : root + sep);
}

/** Reasons for which the command itself is not to blame, or has not begun. */
const TOLD: readonly Reason[] = ["not-found", "not-executable", "spawn", "mount", "limit", "unsupported", "invalid"];

function exitOf(result: CommandResult<string | Buffer, string | Buffer>, message: string | null = null): Exit {
  const { exitCode, signal, status, reason } = result;
  const started = result.pid !== null && (reason === null || !TOLD.includes(reason));
  return {
    exitCode,
    signal,
    status,
    timedOut: reason === "timeout" || reason === "idle-timeout" ? reason : null,
    aborted: reason === "aborted",
    problem: started || reason === "aborted" ? null : message,
  };
}

// The quoted command begins with the variables that were set for it: here all of the environment, secrets of the machine among them.
function withoutEnvironment({ shortMessage, command }: CommandError, argv: readonly string[]): string {
  return shortMessage.startsWith(command) ? `${quoteWords(argv)}${shortMessage.slice(command.length)}` : shortMessage;
}

function notStarted(problem: string, status: number): Exit {
  return { exitCode: status, signal: null, status, timedOut: null, aborted: false, problem };
}

async function flushed(output: Writable): Promise<void> {
  if (!output.writableEnded) output.end();
  await finished(output);
}
