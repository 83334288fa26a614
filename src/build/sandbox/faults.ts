import { CommandError } from "../../command/index.js";
import { UsageError } from "../../errors.js";
import type { PlannedSandbox } from "../../plan/index.js";
import type { SandboxConfig } from "../../sandbox/index.js";

/** What may be done about what a backend cannot do, beside what the library says. */
export function orDegrade({ namedBy }: Pick<PlannedSandbox, "namedBy">): string {
  const by = namedBy === undefined ? "" : ` ${namedBy} names this backend.`;
  return `, or say \`degrade: true\` in the spec's \`sandbox\`.${by}`;
}

/** What may be done about a fault, beside what the library says, by its kind. */
interface Hints {
  readonly unsupported?: string;
  readonly failed?: string;
}

/** What a library of sandboxes says of a fault, for the writer of the spec; any other error as it is. */
export function sandboxFault(code: string, error: unknown, hints: Hints = {}): unknown {
  return error instanceof CommandError && error.reason !== "aborted" ? usageErrorOf(code, error, hints) : error;
}

export function usageErrorOf(code: string, error: CommandError, hints: Hints): UsageError {
  const { unsupported = "", failed = "" } = hints;
  const hint = error.reason === "unsupported" ? unsupported : error.reason === "spawn" ? failed : "";
  return new UsageError(code, `${inSpecWords(error.message)}${hint}`, { cause: error });
}

/** What keeps a sandbox open counts too: a limit that is below that is met before any command runs. */
export function ofLimits({ limits = {} }: SandboxConfig): { readonly failed: string } {
  const bounds = (["memory", "pids"] as const).flatMap((name) =>
    limits[name] === undefined ? [] : `${name} ${limits[name]}`,
  );
  return {
    failed:
      bounds.length === 0
        ? ""
        : `. What keeps a sandbox open counts too: the limits may be too low (${bounds.join(", ")})`,
  };
}

const KEYS =
  /\b(?:filesystemRoot|filesystemWritablePaths|extraMounts|openFiles|deviceReadBps|deviceWriteBps|noOomKill)\b/g;

/** The library's keys as the spec writes them. */
export function inSpecWords(message: string): string {
  return message.replace(KEYS, (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
}
