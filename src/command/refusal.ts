import { findDirectoryFault, findFault } from "./check.js";
import { CommandError, notStarted } from "./error.js";
import type { Host } from "./host.js";
import { lookUp } from "./lookup.js";
import { findPrivilegeFault, findUnsupported } from "./privileges.js";
import { commandWords } from "./quote.js";
import type { Reason } from "./result.js";
import type { Settings } from "./settings.js";
import { systemError } from "./system-error.js";

/** The error of a command that never ran; its status is a shell's: 127 not found, 126 otherwise. */
export function refusal(settings: Settings, reason: Reason, why: string, cause?: unknown): CommandError {
  const command = shortened(commandWords(settings));
  const status = reason === "not-found" ? 127 : 126;
  const known = reason === "not-found" || reason === "not-executable";
  return new CommandError(`${command}: ${why}`, {
    reason,
    command,
    cause,
    result: { ...notStarted, status, exitCode: known ? status : null, reason },
  });
}

/** What never ran may be longer than anybody reads. */
function shortened(command: string): string {
  return command.length > MOST_SHOWN ? `${command.slice(0, MOST_SHOWN)}…` : command;
}

const MOST_SHOWN = 4096;

/** Throws for bad input. */
export function refuseInvalid(settings: Settings, fault: string | null): void {
  const found = fault ?? findFault(settings);
  if (found !== null) throw refusal(settings, "invalid", found);
}

/**
 * The file of the program; throws for what cannot be started here, before anything is. Where no helper comes first, spawn itself finds
 * the program just as well and tells why it did not, so that looking twice is saved.
 */
export function findProgram(settings: Settings, host: Host | null): string {
  const searched = settings.program.includes("/") || settings.environment === null || settings.environment.has("PATH");
  if (!host && (searched || process.platform === "win32")) return settings.program;
  if (host) refuseUnsupported(settings, host);
  const directoryFault = findDirectoryFault(settings.cwd);
  if (directoryFault !== null) throw refusal(settings, "spawn", directoryFault.why, directoryFault.cause);
  const [hook] = settings.preExec ?? [];
  if (hook !== undefined) find(settings, hook);
  return find(settings, settings.program);
}

function refuseUnsupported(settings: Settings, host: Host): void {
  const fault = findPrivilegeFault(settings, host);
  if (fault !== null) throw refusal(settings, "invalid", fault);
  const missing = findUnsupported(settings, host);
  if (missing !== null) throw refusal(settings, "unsupported", missing);
}

function find(settings: Settings, program: string): string {
  const found = lookUp(program, settings);
  if (found.type === "found") return found.path;
  // As spawn itself would tell.
  const place = { syscall: `spawn ${program}`, path: program };
  if (found.type === "not-found") throw notFound(settings, program, systemError("ENOENT", place));
  throw notExecutable(settings, program, systemError("EACCES", place));
}

/** What spawn(2)'s error means: first of all whether it was the working directory. */
export function spawnError(settings: Settings, error: NodeJS.ErrnoException): CommandError {
  const directoryFault = findDirectoryFault(settings.cwd);
  if (directoryFault !== null) return refusal(settings, "spawn", directoryFault.why, directoryFault.cause);
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return notFound(settings, settings.program, error);
  if (error.code === "EACCES") return notExecutable(settings, settings.program, error);
  if (error.code === "E2BIG")
    return refusal(settings, "spawn", "its arguments and environment are too long for the system (E2BIG)", error);
  return refusal(settings, "spawn", `it could not be started (${error.code ?? error.message})`, error);
}

/** The error of a client that was not started, told of the command that it was to start: the client's own words mean nothing to people. */
export function refusalOf(settings: Settings, { program }: Settings, error: CommandError): CommandError {
  const why = error.message.slice(error.command.length + ": ".length);
  const missing = error.reason === "not-found" || error.reason === "not-executable";
  // Without a client the command itself is what is started.
  return refusal(settings, missing && program !== settings.program ? "spawn" : error.reason, why, error.cause);
}

function notFound(settings: Settings, program: string, cause: unknown): CommandError {
  const where = program.includes("/") ? "does not exist, or its interpreter does not" : "was not found on PATH";
  return refusal(settings, "not-found", `${program} ${where}`, cause);
}

function notExecutable(settings: Settings, program: string, cause: unknown): CommandError {
  return refusal(settings, "not-executable", `${program} is not an executable file`, cause);
}
