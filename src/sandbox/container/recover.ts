import { type ChangeOwner, changeOwner } from "./change-owner.js";
import type { Engine } from "./engine.js";
import { call } from "./engine-call.js";
import { OWNER_LABEL, readLabels } from "./labels.js";
import { giveBack, type Loan } from "./loan.js";

/**
 * Removes the containers of forgexec processes that were killed, and gives back the folders that were lent to them. Those of live processes
 * stay. How many were removed; an engine that does not answer has none.
 */
export async function removeAbandoned(engine: Engine, uid: number): Promise<number> {
  const listed = await call(engine, ["ps", "--all", "--quiet", "--no-trunc", "--filter", `label=${OWNER_LABEL}`]);
  const ids = listed.exitCode === 0 ? listed.stdout.split("\n").filter((id) => /^[0-9a-f]{12,64}$/.test(id)) : [];
  let removed = 0;
  for (const id of ids) if (await removeOne(engine, id, changeOwner(engine, uid))) removed += 1;
  return removed;
}

async function removeOne(engine: Engine, id: string, change: ChangeOwner): Promise<boolean> {
  // One that has just gone cannot be looked at.
  const seen = await call(engine, ["container", "inspect", "--format", "{{json .Config.Labels}}", id]);
  const labels = seen.exitCode === 0 ? readLabels(parse(seen.stdout), engine) : null;
  if (labels?.state !== "abandoned") return false;
  const gone = await call(engine, ["rm", "--force", "--volumes", id]);
  if (labels.loan) takeBack(labels.loan, { engine, change });
  return gone.exitCode === 0;
}

/** Gives the lent folder back, the owner counted as inside where the engine works in a user namespace. */
export function takeBack(
  loan: Loan,
  { engine, change }: { readonly engine: Engine; readonly change: ChangeOwner },
): void {
  const inside = engine.name === "podman" && engine.rights === "rootless";
  giveBack(loan, inside ? { uid: 0, gid: 0 } : loan.owner, change);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
