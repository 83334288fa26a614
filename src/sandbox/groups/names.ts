import { randomBytes } from "node:crypto";
import { readlinkSync } from "node:fs";
import { readProcess } from "../../command/index.js";

/**
 * A name that says whose group it is: the PID namespace, the process and its start time, so that a later run can tell what was left. The rest
 * is by chance: threads of a process, and copies of this library in it, count on their own.
 */
export function groupName(): string {
  const part = randomBytes(6).toString("hex");
  return `forgexec-${pidNamespace()}-${process.pid}-${readProcess(process.pid)?.start ?? "0"}-${part}`;
}

/** Whether a folder is a group whose process is gone. Those of other PID namespaces cannot be told of. */
export function isLeftBehind(name: string): boolean {
  const found = /^forgexec-(\d+)-(\d+)-(\d+)-[\da-f]+$/.exec(name);
  if (!found || found[1] !== pidNamespace()) return false;
  return readProcess(Number(found[2]))?.start !== found[3];
}

function pidNamespace(): string {
  return /\d+/.exec(readlinkSync("/proc/self/ns/pid"))?.[0] ?? "0";
}
