import { findDirectoryFault, findFault } from "./check.js";
import { CommandError, notStarted } from "./error.js";
import type { Host } from "./host.js";
import { lookUp } from "./lookup.js";
import { findPrivilegeFault, findUnsupported } from "./privileges.js";
import { commandWords } from "./quote.js";
import type { Reason } from "./result.js";
import type { Settings } from "./settings.js";

/** The error of a command that never ran; its status is a shell's: 127 not found, 126 otherwise. */
export function refusal(settings: Settings, reason: Reason, why: string, cause?: unknown): CommandError {
  const command = commandWords(settings);
  const status = reason === "not-found" ? 127 : 126;
  const known = reason === "not-found" || reason === "not-executable";
  return new CommandError(`${command}: ${why}`, {
    reason,
    command,
    cause,
    result: { ...notStarted, status, exitCode: known ? status : null, reason },
  });
}

/** Throws for bad input. */
export function refuseInvalid(settings: Settings, fault: string | null): void {
  const found = fault ?? findFault(settings);
  if (found !== null) throw refusal(settings, "invalid", found);
}

/** Throws for what cannot be started here, before anything is; else the file of the program. */
export function findProgram(settings: Settings, host: Host | null): string {
  if (host) {
    const fault = findPrivilegeFault(settings, host);
    if (fault !== null) throw refusal(settings, "invalid", fault);
    const missing = findUnsupported(settings, host);
    if (missing !== null) throw refusal(settings, "unsupported", missing);
  }
  const directoryFault = findDirectoryFault(settings.cwd);
  if (directoryFault !== null) throw refusal(settings, "spawn", directoryFault);
  const [hook] = settings.preExec ?? [];
  if (hook !== undefined) find(settings, hook);
  return find(settings, settings.program);
}

function find(settings: Settings, program: string): string {
  const found = lookUp(program, settings);
  if (found.type === "found") return found.path;
  if (found.type === "not-executable") throw refusal(settings, "not-executable", `${found.path} is not executable`);
  throw refusal(
    settings,
    "not-found",
    `${program} ${program.includes("/") ? "does not exist" : "was not found on PATH"}`,
  );
}
