import { accessSync, constants, fstatSync, statSync } from "node:fs";
import { passesThrough } from "./outputs.js";
import type { Settings } from "./settings.js";
import { systemError } from "./system-error.js";

/** What is wrong with a command before anything runs: the first fault in words, or null. */
export function findFault(settings: Settings): string | null {
  const words = [settings.program, ...settings.args, ...(settings.preExec ?? [])];
  if (settings.program === "") return "the program's name is empty";
  if (settings.preExec?.length === 0) return "the pre-exec command is empty";
  for (const word of words) {
    if (typeof word !== "string") return `an argument is ${word === null ? "null" : `a ${typeof word}`}, not a string`;
    if (word.includes("\0")) return `the argument ${JSON.stringify(word)} has a NUL in it`;
  }
  for (const [name, value] of settings.environment ?? []) {
    const fault = variableFault(name, value);
    if (fault) return fault;
  }
  return textFault(settings) ?? closedFd(settings) ?? watchFault(settings) ?? daemonFault(settings);
}

function variableFault(name: string, value: unknown): string | null {
  const shown = JSON.stringify(name);
  if (typeof name !== "string" || name === "") return "an environment variable's name is empty";
  if (name.includes("=")) return `the environment variable's name ${shown} has a "=" in it`;
  if (name.includes("\0")) return `the environment variable's name ${shown} has a NUL in it`;
  if (typeof value !== "string") return `the environment variable ${shown} is no string`;
  if (value.includes("\0")) return `the environment variable ${shown} has a NUL in its value`;
  return null;
}

const texts = ["cwd", "pidFile", "selinuxLabel", "appArmorProfile"] as const;

function textFault(settings: Settings): string | null {
  for (const name of texts) {
    const text: unknown = settings[name];
    if (text === null) continue;
    if (typeof text !== "string" || text === "") return `${name} is ${JSON.stringify(text)}, not a text`;
    if (text.includes("\0")) return `${name} is ${JSON.stringify(text)}, which has a NUL in it`;
  }
  return null;
}

function closedFd(settings: Settings): string | null {
  const uses: [string, number][] = [];
  for (const name of ["stdin", "stdout", "stderr"] as const) {
    const use = settings[name];
    if (use.type === "fd") uses.push([name, use.fd]);
  }
  for (const passed of settings.passed) if (passed.type === "fd") uses.push(["a passed descriptor", passed.fd]);
  for (const [name, fd] of uses) {
    try {
      fstatSync(fd);
    } catch {
      return `${name} is descriptor ${fd}, which is not open`;
    }
  }
  return null;
}

/** Output that does not pass through this process is not seen, so its silence cannot be timed. */
function watchFault(settings: Settings): string | null {
  if (settings.idleTimeoutMs === null) return null;
  for (const name of ["stdout", "stderr"] as const) {
    const type = settings[name].type;
    if (type === "fd" || type === "inherit") {
      return `idleTimeout cannot watch ${name}: it goes past this process (${type}); give it a stream instead`;
    }
  }
  return null;
}

/** A daemon outlives this process: nothing of it can run through here, and its folder is the root. */
function daemonFault(settings: Settings): string | null {
  if (!settings.daemonize) return null;
  if (settings.cwd !== null) return "a daemon has no working directory but /";
  if (settings.timeoutMs !== null || settings.idleTimeoutMs !== null) return "a daemon has no timeout";
  if (settings.stdin.type !== "null" && settings.stdin.type !== "fd") return "a daemon's stdin is a descriptor or null";
  for (const name of ["stdout", "stderr"] as const) {
    if (passesThrough(settings[name], settings)) return `a daemon's ${name} is a descriptor, "inherit" or null`;
  }
  return null;
}

/** Why the working directory cannot be one, or null. */
export function findDirectoryFault(cwd: string | null): { readonly why: string; readonly cause: unknown } | null {
  if (cwd === null) return null;
  const fault = (what: string, cause: unknown) => ({ why: `the working directory ${cwd} ${what}`, cause });
  try {
    if (!statSync(cwd).isDirectory())
      return fault("is no directory", systemError("ENOTDIR", { syscall: "chdir", path: cwd }));
    accessSync(cwd, constants.X_OK);
    return null;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return fault(code === "ENOENT" ? "does not exist" : `cannot be entered (${code})`, error);
  }
}
