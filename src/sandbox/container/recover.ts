import { changeOwner } from "./change-owner.js";
import { call } from "./engine-call.js";
import { abandonedFolders, removeFolder } from "./folder.js";
import { OWNER_LABEL, readLabels } from "./labels.js";
import { giveBack } from "./lend-folder.js";
import type { Caller } from "./lending.js";
import type { Loan } from "./loan.js";
import { alone, openLoans } from "./open-loans.js";

/**
 * Removes the containers of forgexec processes that were killed, and gives back the folders that were lent to them. Those of live processes
 * stay. How many were removed; an engine that does not answer has none.
 */
export async function removeAbandoned(caller: Caller): Promise<number> {
  const { engine } = caller;
  const listed = await call(engine, ["ps", "--all", "--quiet", "--no-trunc", "--filter", `label=${OWNER_LABEL}`]);
  const ids = listed.exitCode === 0 ? listed.stdout.split("\n").filter((id) => /^[0-9a-f]{12,64}$/.test(id)) : [];
  let removed = 0;
  for (const id of ids) if (await removeOne(id, caller)) removed += 1;
  for (const place of abandonedFolders()) endAbandoned(place, caller);
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

/** What was not given back with the container: its process was killed after it had removed that, or the label is gone with its storage. */
function endAbandoned(place: string, caller: Caller): void {
  const loan = alone(openLoans).find((open) => open.place === place);
  try {
    if (loan) takeBack(loan, place, caller);
  } finally {
    removeFolder(place);
  }
}

/** Gives the lent folder back, the owner counted as inside where the engine works in a user namespace. `place`: the container's folder, if known. */
export function takeBack(loan: Loan, place: string | null, { engine, uid }: Caller): void {
  const inside = engine.name === "podman" && engine.rights === "rootless";
  const to = inside ? { uid: 0, gid: 0 } : loan.owner;
  giveBack(loan, { place, to, change: changeOwner(engine, uid) });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
