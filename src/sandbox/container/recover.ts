import { call } from "./engine-call.js";
import { removeFolder } from "./folder.js";
import { OWNER_LABEL, readLabels } from "./labels.js";
import type { Caller } from "./lending.js";
import { forgetContainer, type NotedContainer } from "./notes.js";
import { takeBack } from "./take-back.js";

/**
 * Removes an engine's containers of forgexec processes that were killed, and gives back the folders that were lent to them. Those of live
 * processes stay. How many were removed; null: the engine does not answer.
 */
export async function removeAbandoned(caller: Caller): Promise<number | null> {
  const { engine } = caller;
  const listed = await call(engine, ["ps", "--all", "--quiet", "--no-trunc", "--filter", `label=${OWNER_LABEL}`]);
  if (listed.exitCode !== 0) return null;
  const ids = listed.stdout.split("\n").filter((id) => /^[0-9a-f]{12,64}$/.test(id));
  let removed = 0;
  for (const id of ids) if (await removeOne(id, caller)) removed += 1;
  return removed;
}

async function removeOne(id: string, caller: Caller): Promise<boolean> {
  const { engine } = caller;
  // One that has just gone cannot be looked at.
  const seen = await call(engine, ["container", "inspect", "--format", "{{json .Config.Labels}}", id]);
  const labels = seen.exitCode === 0 ? readLabels(parse(seen.stdout), engine) : null;
  if (labels?.state !== "abandoned") return false;
  const gone = await call(engine, ["rm", "--force", "--volumes", id]);
  if (labels.loan) takeBack(labels.loan, null, caller);
  return gone.exitCode === 0;
}

/** Puts right what is left once the container is gone: its process was killed after it had removed that, or its storage is gone, too. */
export function settleAbandoned({ place, loan }: NotedContainer, caller: Caller): void {
  try {
    if (loan) takeBack(loan, place, caller);
  } finally {
    removeFolder(place);
    forgetContainer(place);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
