import { type ClientEnd, errorCode, systemError, type Verdict } from "../../command/index.js";
import { printable } from "../../printable.js";
import { type Counters, limitVerdict } from "../limit-verdict.js";
import type { NormalLimits } from "../normal.js";
import { NOT_OPEN } from "../refuse.js";

/** What is known of a command's failure besides its exit code. */
export interface Evidence {
  readonly end: ClientEnd;
  readonly program: string;
  /** Where it was to start; null: the image's own working directory. */
  readonly cwd: string | null;
  readonly limits: Pick<NormalLimits, "memory" | "pids">;
  /** How often limits were met before the command and after it; null: not to be seen. */
  readonly before: Counters | null;
  readonly after: Counters | null;
  readonly container: "runs" | "gone";
}

/** How engines' messages begin: podman's own, its runtimes', docker's. */
export const ENGINE_WORDS = ["Error: ", "OCI runtime ", "docker: "] as const;

/**
 * Why a command in a container failed, where it is not its own exit: the engine's message tells a command that is not there from one that
 * ends with 127 by itself, and the counters tell of a limit. null: it failed by itself.
 */
export function judge({ end, limits, before, after, container, ...command }: Evidence): Verdict | null {
  const said = end.heldBack.find((line) => isEngines(end.exit.exitCode, line)) ?? null;
  const fault = said === null ? null : faultOf(said, command);
  if (fault) return { ...fault, notStarted: true };
  const limit = before && after && limitVerdict({ before, after }, limits);
  if (said !== null) {
    const why = container === "gone" ? NOT_OPEN : `it could not be started in the container: ${printable(said)}`;
    return { ...(limit ?? { reason: "spawn", why }), notStarted: true };
  }
  return limit ?? (container === "gone" ? { reason: "spawn", why: "its container has ended" } : null);
}

/** What is in an engine's message by the client's exit code; podman 5 ends with 255 where it has no number for what the runtime says. */
const ENGINE_SAYS: Readonly<Record<number, RegExp>> = {
  125: /\b(OCI|runc|crun|conmon|container|exec session)\b/,
  126: /\bOCI\b/,
  127: /\bOCI\b/,
  255: /^Error: OCI runtime error: /,
};

/** Whether a line is the engine's, and not that of a command which says something alike, as another engine inside would. */
function isEngines(exitCode: number | null, line: string): boolean {
  if (exitCode === null || !ENGINE_WORDS.some((beginning) => line.startsWith(beginning))) return false;
  return ENGINE_SAYS[exitCode]?.test(line) ?? false;
}

/** What the command itself lacks. The runtime says errno's text; podman adds its own words, which come last. */
function faultOf(said: string, { program, cwd }: Pick<Evidence, "program" | "cwd">): Verdict | null {
  const code = errnoIn(said);
  if (/chdir|workdir|working directory/i.test(said)) {
    const what = `the working directory${cwd === null ? "" : ` ${printable(cwd)}`}`;
    const why = `${what} ${code === "ENOENT" ? "is not there" : "cannot be entered"} in the container`;
    const cause =
      code === null ? {} : { cause: systemError(code, { syscall: "chdir", ...(cwd === null ? {} : { path: cwd }) }) };
    return { reason: "spawn", why, ...cause };
  }
  const causeOf = (code: string) => systemError(code, { syscall: "execvp", path: program });
  if (/executable file.* not found|no such file or directory|command that was not found/i.test(said))
    return {
      reason: "not-found",
      why: `${printable(program)} was not found in the container`,
      cause: causeOf("ENOENT"),
    };
  const [refused] = /permission denied|exec format error|is a directory|not a regular file/i.exec(said) ?? [];
  if (refused === undefined) return null;
  return {
    reason: "not-executable",
    why: `${printable(program)} cannot be executed in the container (${refused.toLowerCase()})`,
    cause: causeOf(code ?? "EACCES"),
  };
}

/** The first error of the system that a message names. Go writes them in lower case, where strerror(3) does not. */
function errnoIn(said: string): string | null {
  const [text] = /no such file or directory|(not|is) a directory|permission denied|exec format error/i.exec(said) ?? [];
  return text === undefined ? null : errorCode(`${text.charAt(0).toUpperCase()}${text.slice(1)}`);
}
