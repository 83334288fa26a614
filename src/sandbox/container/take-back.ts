import { quote } from "../../command/index.js";
import { refuse } from "../refuse.js";
import { changeOwner } from "./change-owner.js";
import { giveBack } from "./lend-folder.js";
import type { Caller } from "./lending.js";
import type { Loan } from "./loan.js";

/**
 * Gives the lent folder back, the owner counted as inside where the engine works in a user namespace. `place`: the container's folder.
 *
 * @throws CommandError "spawn" that says how to put right by hand what cannot be given back
 */
export function takeBack(loan: Loan, place: string, { engine, uid }: Caller): void {
  const { folder, owner } = loan;
  const inside = engine.name === "podman" && engine.rights === "rootless";
  try {
    giveBack(loan, { place, to: inside ? { uid: 0, gid: 0 } : owner, change: changeOwner(engine, uid) });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const command = `sudo chown -R -h ${owner.uid}:${owner.gid} ${quote(folder)}`;
    throw refuse(
      "spawn",
      `workspace: some files in ${folder} still belong to the image's users; \`${command}\` puts that right. ${why}`,
      { cause },
    );
  }
}
