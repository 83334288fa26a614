import { type ChildProcess, spawn } from "node:child_process";
import { findDirectoryFault, findFault } from "./check.js";
import { CommandError, notStarted } from "./error.js";
import { lookUp } from "./lookup.js";
import { readProcess } from "./process-table.js";
import { commandText } from "./quote.js";
import type { Reason } from "./result.js";
import type { Settings } from "./settings.js";
import { ProcessTree } from "./tree.js";
import { Wiring } from "./wiring.js";

/** A child that runs, and how it is wired. */
export interface Started {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly wiring: Wiring;
  readonly tree: ProcessTree;
  readonly startedAt: number;
}

/** Starts the command, or throws the CommandError that says why nothing was started. */
export async function startProcess(settings: Settings): Promise<Started> {
  const fault = findFault(settings);
  if (fault) throw refusal(settings, "invalid", fault);
  const directoryFault = findDirectoryFault(settings.cwd);
  if (directoryFault) throw refusal(settings, "spawn", directoryFault);
  const program = findProgram(settings);
  const wiring = await Wiring.open(settings);
  const startedAt = performance.now();
  try {
    if (settings.signal?.aborted || settings.killSignal?.aborted) {
      throw refusal(settings, "aborted", "was stopped before it was started");
    }
    const { child, pid } = await spawnChild(settings, program, wiring);
    const leader = hasOwnSession(settings);
    const start = readProcess(pid)?.start ?? null;
    const tree = new ProcessTree({ pid, start, leader, marker: settings.killMarker });
    return { child, pid, wiring, tree, startedAt };
  } catch (error) {
    wiring.abandon();
    throw error;
  }
}

/** A command that shares the terminal stays in its session: Ctrl-C and job control reach it there. */
export function hasOwnSession(settings: Settings): boolean {
  if (process.platform === "win32") return false;
  return settings.session === null ? settings.stdin.type !== "inherit" : settings.session === "new";
}

function findProgram(settings: Settings): string {
  const found = lookUp(settings.program, settings);
  if (found.type === "found") return found.path;
  if (found.type === "not-executable") {
    throw refusal(settings, "not-executable", `${found.path} is not executable`);
  }
  const where = settings.program.includes("/") ? "there is no such file" : "it was not found on PATH";
  throw refusal(settings, "not-found", where);
}

async function spawnChild(settings: Settings, file: string, wiring: Wiring) {
  let child: ChildProcess;
  try {
    child = spawn(file, settings.args, {
      argv0: settings.program,
      stdio: wiring.stdio,
      detached: hasOwnSession(settings),
      windowsHide: true,
      ...(settings.cwd === null ? {} : { cwd: settings.cwd }),
      ...(settings.environment === null ? {} : { env: Object.fromEntries(settings.environment) }),
    });
  } catch (error) {
    throw spawnError(settings, error as NodeJS.ErrnoException);
  }
  if (child.pid !== undefined) return { child, pid: child.pid };
  const failed = child;
  throw spawnError(settings, await new Promise((resolve) => failed.once("error", resolve)));
}

function spawnError(settings: Settings, error: NodeJS.ErrnoException): CommandError {
  if (error.code === "ENOENT") return refusal(settings, "not-found", "it was not found", error);
  if (error.code === "EACCES") return refusal(settings, "not-executable", "it is not executable", error);
  return refusal(settings, "spawn", `it could not be started (${error.code ?? error.message})`, error);
}

/** The error of a command that never ran; its status is a shell's: 127 not found, 126 otherwise. */
export function refusal(settings: Settings, reason: Reason, why: string, cause?: unknown): CommandError {
  const command = commandText(settings);
  const status = reason === "not-found" ? 127 : 126;
  const known = reason === "not-found" || reason === "not-executable";
  return new CommandError(`${command}: ${why}`, {
    reason,
    command,
    cause,
    result: { ...notStarted, status, exitCode: known ? status : null, reason },
  });
}
