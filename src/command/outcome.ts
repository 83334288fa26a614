import { constants } from "node:os";
import type { Reason } from "./result.js";

/** What ended a command, as far as this process had a hand in it. */
export type Ending =
  | { readonly type: "timeout" | "idle-timeout" }
  | { readonly type: "aborted"; readonly cause?: unknown; readonly because?: string };

/** What the kernel said of the child. */
export interface Exit {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Why a command that was started did not succeed: what this process did to it goes before what it did itself. */
export function reasonOf(exit: Exit, ending: Ending | null): Reason | null {
  if (ending) return ending.type;
  if (exit.signal !== null) return "signal";
  return exit.exitCode === 0 ? null : "exit";
}

/** A shell's exit status: the exit code, or 128 + the signal's number. */
export function statusOf({ exitCode, signal }: Exit): number {
  if (signal !== null) return 128 + (constants.signals[signal] ?? 0);
  return exitCode ?? 126;
}
