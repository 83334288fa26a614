import { readlinkSync } from "node:fs";
import { readProcess } from "../../command/index.js";

let made = 0;

/** A name that says whose group it is: the PID namespace, the process and its start time, so that a later run can tell what was left. */
export function groupName(): string {
  made += 1;
  return `forgexec-${pidNamespace()}-${process.pid}-${readProcess(process.pid)?.start ?? "0"}-${made}`;
}

/** Whether a folder is a group whose process is gone. Those of other PID namespaces cannot be told of. */
export function isLeftBehind(name: string): boolean {
  const found = /^forgexec-(\d+)-(\d+)-(\d+)-\d+$/.exec(name);
  if (!found || found[1] !== pidNamespace()) return false;
  return readProcess(Number(found[2]))?.start !== found[3];
}

function pidNamespace(): string {
  return /\d+/.exec(readlinkSync("/proc/self/ns/pid"))?.[0] ?? "0";
}
