import { randomUUID } from "node:crypto";
import { readlinkSync } from "node:fs";
import { killMarked, markedValues, readProcess } from "../command/index.js";
import { RUN_ID } from "./environment.js";

/**
 * The value of FORGEXEC_RUN_ID in every process of a run: who runs it, so that a later run can tell whether it is still
 * alive, and something random. `namespace.pid.start.random`
 */
export function createRunId(): string {
  return [pidNamespace(), process.pid, readProcess(process.pid)?.start ?? "", randomUUID()].join(".");
}

/** Ends every process that a run left behind, wherever it moved to. `graceMs`: from SIGTERM to SIGKILL. */
export async function endStrays(
  runId: string,
  options: { readonly graceMs: number; readonly hurry: AbortSignal },
): Promise<void> {
  await killMarked({ name: RUN_ID, value: runId }, options);
}

/** Ends what runs left running that were killed themselves, so that they could not do it. Linux only. */
export async function endStraysOfDeadRuns(options: {
  readonly graceMs: number;
  readonly hurry: AbortSignal;
}): Promise<void> {
  const dead = markedValues(RUN_ID).filter(isOfDeadRun);
  await Promise.all(dead.map((value) => killMarked({ name: RUN_ID, value }, options)));
}

/** A number of another PID namespace (a container's) says nothing here, so such a run counts as alive. */
function isOfDeadRun(runId: string): boolean {
  const [namespace, pid, start] = runId.split(".");
  if (!start || namespace !== pidNamespace()) return false;
  return readProcess(Number(pid))?.start !== start;
}

function pidNamespace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid").replace(/\D/g, "");
  } catch {
    return "";
  }
}
