import { lstatSync } from "node:fs";
import type { ChangeOwner } from "./change-owner.js";
import { type Ids, ownedEntries } from "./ownership.js";

/** A folder that the image's user may write during a session, and who gets it back. */
export interface Loan {
  readonly folder: string;
  /** Whose it was, as the host numbers users. */
  readonly owner: Ids;
  /** When the session began, in ms since the epoch by the kernel's own clock: what was changed after that is what is put right. */
  readonly since: number;
}

/** A loan of the folder, beginning when the file `stamp` was made. */
export function newLoan(folder: string, stamp: string): Loan {
  const { uid, gid } = lstatSync(folder);
  return { folder, owner: { uid, gid }, since: lstatSync(stamp).ctimeMs };
}

/** Gives what the folder's owner has in it to the user whom the image's commands run as. `to` is in the numbers of `change`. */
export function lend(loan: Loan, to: Ids, change: ChangeOwner): void {
  const { uid } = loan.owner;
  change(
    ownedEntries(loan.folder, (stats) => stats.uid === uid),
    to,
  );
}

/** Gives all that was lent, made or changed in the folder since then to its owner. `to`: the owner in the numbers of `change`. */
export function giveBack(loan: Loan, to: Ids, change: ChangeOwner): void {
  const { owner, since, folder } = loan;
  const changed = ownedEntries(
    folder,
    (stats) => (stats.uid !== owner.uid || stats.gid !== owner.gid) && stats.ctimeMs > since,
  );
  change(changed, to);
}

/** Reads a loan from a label's text; null: it is none. */
export function readLoan(text: string): Loan | null {
  try {
    const { folder, owner, since } = JSON.parse(text) as Loan;
    const valid =
      typeof folder === "string" && folder.startsWith("/") && [owner.uid, owner.gid, since].every(Number.isFinite);
    return valid ? { folder, owner: { uid: owner.uid, gid: owner.gid }, since } : null;
  } catch {
    return null;
  }
}
