import { getSystemErrorName } from "node:util";
import { type Reason, systemError, type Verdict } from "../../command/index.js";
import { printable } from "../../printable.js";
import { NOT_OPEN } from "../refuse.js";
import { decoded } from "./perl.js";

/** What a helper said went wrong: which step, the errno, and what it was about. */
export interface Fault {
  readonly step: string;
  readonly code: string;
  readonly detail: string;
}

/** The helper's own line among others; null: it had nothing to say, so the program was reached. */
export function readFault(status: string): Fault | null {
  const found = /^fail (\S+) (\d+) (.*)$/m.exec(status);
  if (!found) return null;
  const [, step = "", errno = "", detail = ""] = found;
  return { step, code: errorName(Number(errno)), detail: printable(decoded(detail)) };
}

/** The system call of a step, where it is about one path. */
const CALLS: Readonly<Record<string, string>> = {
  fork: "fork",
  exec: "execvp",
  cwd: "chdir",
  mount: "mount",
  root: "chroot",
};

/** Why there is no sandbox where the system has no more processes or memory for it; `said`: how it was told. */
export function noRoom(said: string): string {
  return `the system refused it a process or memory (${said}): run fewer at a time, or raise what bounds forgexec itself (ulimit -u, the pids.max and memory of its control group)`;
}

/** The same in words for people, with the reason that a CommandError has. */
export function faultVerdict({ step, code, detail }: Fault): Verdict {
  const syscall = CALLS[step];
  const cause = systemError(code, {
    ...(syscall === undefined ? {} : { syscall }),
    ...(detail === "" ? {} : { path: detail }),
  });
  const say = (reason: Reason, why: string): Verdict => ({ reason, why, notStarted: true, cause });
  switch (step) {
    case "exec":
      if (code === "ENOENT" || code === "ENOTDIR") return say("not-found", `${detail} was not found in the sandbox`);
      if (code === "EACCES" || code === "ENOEXEC" || code === "EISDIR")
        return say("not-executable", `${detail} is not an executable file in the sandbox`);
      if (code === "E2BIG") return say("spawn", "its arguments and environment are too long for the system (E2BIG)");
      return say("spawn", `${detail} could not be started in the sandbox (${code})`);
    case "cwd":
      return say(
        "spawn",
        `the working directory ${detail} ${code === "ENOENT" ? "is not there" : "cannot be entered"} in the sandbox (${code})`,
      );
    case "fork":
      return say("spawn", noRoom(code));
    case "mount":
      return say("mount", `${detail} could not be mounted (${code})`);
    case "point":
      return say("mount", `the mount point ${detail} is not there and cannot be made (${code})`);
    case "cgroup":
      return say("spawn", `the control group ${detail} could not be joined (${code})`);
    case "gone":
      return { reason: "spawn", why: NOT_OPEN, notStarted: true };
    default:
      return say("spawn", `the sandbox could not be entered: ${step} ${detail} (${code})`);
  }
}

function errorName(errno: number): string {
  try {
    return getSystemErrorName(-errno);
  } catch {
    return `errno ${errno}`;
  }
}
