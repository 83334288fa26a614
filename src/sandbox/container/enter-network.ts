import type { EnterNetwork } from "../forward/listen-inside.js";
import { findOnPath } from "../programs.js";
import type { Engine } from "./engine.js";

/** nsenter is no engine's, so that the system's own will do where PATH does not lead to one. */
const SYSTEM_FOLDERS = "/usr/bin:/bin";

/** Why the networks of an engine's containers cannot be entered from this machine, and what to do about it; null: they can. `folders`: the system's own. */
export function whyNotEntered(engine: Engine, folders = SYSTEM_FOLDERS): string | null {
  if (engine.processes === "none")
    return `${engine.name}'s containers run on another machine. Use an engine of this one`;
  if (engine.processes === "foreign")
    return `${engine.name}'s service runs as another user, into whose containers' network nobody else is let. Use podman, or run as root`;
  return nsenter(engine, folders) === null ? "nsenter is missing, which is part of util-linux: install that" : null;
}

/** The network of a process; without root's rights its user namespace comes first, in which the one who called is root. null: there is no way. */
export function networkOf(engine: Engine, pid: number): EnterNetwork | null {
  // Into another user's nobody is let.
  const program = engine.processes === "own" ? nsenter(engine, SYSTEM_FOLDERS) : null;
  const user = engine.rights === "root" ? [] : ["--preserve-credentials", `--user=/proc/${pid}/ns/user`];
  return program === null ? null : [program, ...user, `--net=/proc/${pid}/ns/net`];
}

function nsenter({ environment }: Engine, folders: string): string | null {
  return findOnPath("nsenter", `${environment.PATH ?? ""}:${folders}`);
}
