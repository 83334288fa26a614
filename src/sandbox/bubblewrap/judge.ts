import type { ClientEnd, Verdict } from "../../command/index.js";
import { printable } from "../../printable.js";
import type { Machine } from "./machine.js";
import { refusedByKernel } from "./missing.js";

const TOO_LONG = "its arguments and environment are too long for the system";

/** Why bubblewrap did not come to run the command, from the last line that it wrote. */
export function bubblewrapVerdict(said: string, machine: Machine): Verdict {
  const text = printable(said.replace(/^bwrap: /, ""));
  const program = /^bwrap: execvp (.*): ([^:]*)$/.exec(said);
  if (program) {
    const name = printable(program[1] ?? "");
    if (program[2] === "No such file or directory" || program[2] === "Not a directory")
      return { reason: "not-found", why: `${name} was not found in the sandbox` };
    if (program[2] === "Permission denied" || program[2] === "Exec format error")
      return { reason: "not-executable", why: `${name} is not an executable file in the sandbox` };
    if (program[2] === "Argument list too long") return { reason: "spawn", why: TOO_LONG };
    return { reason: "spawn", why: `${name} could not be started in the sandbox (${printable(program[2] ?? "")})` };
  }
  const refused = refusedByKernel(said, machine);
  if (refused) return { reason: "unsupported", why: refused.message };
  if (/^bwrap: Can't chdir/.test(said))
    return { reason: "spawn", why: `the working directory cannot be entered in the sandbox: ${text}` };
  if (/mount|bind|mkdir|create|source|destination|remount|tmpfs|proc/i.test(said))
    return { reason: "mount", why: `a mount of the sandbox failed: ${text}` };
  return {
    reason: "spawn",
    why: `bubblewrap could not make the sandbox: ${text === "" ? `${machine.bwrap()} failed without a word` : text}`,
  };
}

/** The same for a command of its own sandbox: `status` is what bubblewrap told of it. null: the command ran. */
export function singleVerdict(
  end: ClientEnd,
  facts: { readonly status: string; readonly machine: Machine },
): Verdict | null {
  if (/"exit-code"/.test(facts.status)) return null;
  // Ended by a signal from outside, it had no time to tell.
  if (end.exit.signal !== null) return null;
  return bubblewrapVerdict(end.lastLines.findLast((line) => line.startsWith("bwrap: ")) ?? "", facts.machine);
}
