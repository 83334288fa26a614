import {
  type ClientEnd,
  type ErrorPlace,
  errorCode,
  type Reason,
  saidError,
  type Verdict,
} from "../../command/index.js";
import { printable } from "../../printable.js";
import { faultVerdict, noRoom } from "../enter/fault.js";
import type { Machine } from "./machine.js";
import { refusedByKernel } from "./missing.js";

/** How bubblewrap's messages begin. */
export const BWRAP_WORDS = "bwrap: ";

/** What fork(2) and clone(2) met, at the end of a message. */
const NO_ROOM = /: (Resource temporarily unavailable|Cannot allocate memory)$/;

/** Why bubblewrap did not come to run the command, from the last line that it wrote. */
export function bubblewrapVerdict(said: string, machine: Machine): Verdict {
  const [, step, name = "", met = ""] = /^bwrap: (execvp|Can't chdir to) (.*): ([^:]*)$/.exec(said) ?? [];
  if (step !== undefined)
    return faultVerdict({
      step: step === "execvp" ? "exec" : "cwd",
      code: errorCode(met) ?? printable(met),
      detail: printable(name),
    });
  const text = printable(said.replace(/^bwrap: /, ""));
  const say = (reason: Reason, why: string, place: ErrorPlace = {}): Verdict => ({
    reason,
    why,
    ...(text === "" ? {} : { cause: saidError(text, place) }),
  });
  // Of whatever step: it would be refused to every other program as well.
  if (NO_ROOM.test(said)) return say("spawn", noRoom(text));
  const refused = refusedByKernel(said, machine);
  if (refused) return say("unsupported", refused.message);
  if (/mount|bind|mkdir|create|\bsource\b|destination|remount|tmpfs|proc/i.test(said)) {
    const [syscall] = /mount|mkdir/.exec(said) ?? [];
    return say("mount", `a mount of the sandbox failed: ${text}`, syscall === undefined ? {} : { syscall });
  }
  return say("spawn", `bubblewrap could not make the sandbox: ${text || `${machine.bwrap()} failed without a word`}`);
}

/** The same for a command of its own sandbox: `status` is what bubblewrap told of it. null: the command ran. */
export function singleVerdict(
  end: ClientEnd,
  facts: { readonly status: string; readonly machine: Machine },
): Verdict | null {
  if (/"exit-code"/.test(facts.status)) return null;
  // Ended by a signal from outside, it had no time to tell.
  if (end.exit.signal !== null) return null;
  const lines = [...end.lastLines, ...end.heldBack.flatMap((text) => text.split("\n"))];
  const said = lines.findLast((line) => line.startsWith(BWRAP_WORDS)) ?? lines.at(-1) ?? "";
  return { ...bubblewrapVerdict(said, facts.machine), notStarted: true };
}
