import type { ClientEnd, Verdict } from "../../command/index.js";
import { printable } from "../../printable.js";
import type { Counters } from "./counters.js";

/** What is known of a command's failure besides its exit code. */
export interface Evidence {
  readonly end: ClientEnd;
  /** How often limits were met before the command and after it; null: not to be seen. */
  readonly before: Counters | null;
  readonly after: Counters | null;
  readonly container: "runs" | "gone";
}

/** How engines' messages begin: podman's own, its runtimes', docker's. */
const ENGINE = /^(Error: |OCI runtime |docker: )/;

/**
 * Why a command in a container failed, where it is not its own exit: the engine's message tells a command that is not there from one that
 * ends with 127 by itself, and the counters tell of a limit. null: it failed by itself.
 */
export function judge({ end, before, after, container }: Evidence): Verdict | null {
  const { exitCode } = end.exit;
  const verdict =
    engineVerdict(engineLine(exitCode, end.lastLines), "told") ??
    engineVerdict(engineLine(exitCode, end.lastOutput), "untold");
  if (verdict !== null) return verdict;
  if (before && after) {
    if (after.memory > before.memory)
      return {
        reason: "limit",
        limit: "memory",
        why: "a process was killed: the sandbox's limit of memory was reached",
      };
    if (after.pids > before.pids)
      return {
        reason: "limit",
        limit: "pids",
        why: "a fork was refused: the sandbox's limit of processes was reached",
      };
  }
  if (container === "gone") return { reason: "spawn", why: "its container has ended" };
  return null;
}

function engineLine(exitCode: number | null, lines: readonly string[]): string | null {
  const last = lines.at(-1);
  return last !== undefined && ENGINE.test(last) && isEngines(exitCode, last) ? last : null;
}

/** podman 5 ends with 255 where it has no number for what the runtime says. */
function isEngines(exitCode: number | null, said: string): boolean {
  if (exitCode === 255) return said.startsWith("Error: OCI runtime error: ");
  return exitCode !== null && exitCode >= 125 && exitCode <= 127;
}

/**
 * The runtime says errno's text; podman adds its own words, which come last. What is `told` on stderr follows in the error's message anyway;
 * docker says it on stdout, as if the command had.
 */
function engineVerdict(said: string | null, where: "told" | "untold"): Verdict | null {
  if (said === null) return null;
  const { reason, why } = interpret(said);
  return { reason, why: where === "told" || why.endsWith(printable(said)) ? why : `${why}\n${printable(said)}` };
}

function interpret(said: string): Verdict {
  if (/chdir|workdir|working directory/i.test(said))
    return { reason: "spawn", why: "its working directory cannot be entered in the container" };
  if (/executable file.* not found|no such file or directory|command that was not found/i.test(said))
    return { reason: "not-found", why: "it was not found in the container" };
  if (/permission denied|exec format error|is a directory/i.test(said))
    return { reason: "not-executable", why: "it cannot be executed in the container" };
  return { reason: "spawn", why: `it could not be started in the container: ${printable(said)}` };
}
