import { lstatSync, realpathSync, type Stats } from "node:fs";
import { isWithin } from "../../within.js";
import type { ChangeOwner } from "./change-owner.js";
import type { Loan } from "./loan.js";
import { forgetContainer, type NotedEngine, noteContainer } from "./notes.js";
import { alone, type OpenLoan, openLoans } from "./open-loans.js";
import { type Ids, ownedEntries } from "./ownership.js";

/** As the host numbers users. It can write everything anyway, so that nothing is given to it; what it makes has to be given back all the same. */
const ROOT = 0;

/**
 * A loan of the workspace to the container whose folder is `place`, beginning when that was made. Where the workspace, a part of it or what it
 * is a part of is lent already, its owner is the one that it was lent by, and whoever is the last to have it gives back what was changed since
 * it was lent first.
 */
export function newLoan(workspace: string, place: string): Loan {
  const folder = realpathSync(workspace);
  return alone(() => {
    const { uid, gid, ctimeMs } = lstatSync(folder);
    const isLent = (loan: OpenLoan) => isWithin(folder, loan.folder) && loan.to === uid && ctimeMs > loan.since;
    const loans = openLoans().filter((loan) => isLent(loan) || (loan.state === "live" && overlap(loan.folder, folder)));
    // Root may have given the very folder to anybody meanwhile.
    const lent = loans.find((loan) => isLent(loan) || loan.folder === folder);
    const since = Math.min(lstatSync(place).ctimeMs, ...loans.map((loan) => loan.since));
    return { folder, owner: lent?.owner ?? { uid, gid }, since };
  });
}

/** Whom a folder is lent to. */
export interface Borrower {
  /** The container's folder. */
  readonly place: string;
  readonly engine: NotedEngine;
  /** The image's user, as the host numbers users. */
  readonly uid: number;
  /** The same in the numbers of `change`. */
  readonly to: Ids;
  readonly change: ChangeOwner;
}

/**
 * Gives what the folder's owner has in it to the user whom the image's commands run as. Where it, or a part of it, or what it is a part of, is
 * lent to another user just now, nothing is done: gives that loan.
 */
export function lend(loan: Loan, { place, engine, uid, to, change }: Borrower): OpenLoan | null {
  return alone(() => {
    const { folder, owner } = loan;
    const other = openLoans().find(
      (open) => open.state === "live" && areForeign(open.to, uid) && overlap(open.folder, folder),
    );
    if (other) return other;
    // Before anything is given away.
    noteContainer({ place, engine, loan: { ...loan, to: uid } });
    if (uid !== owner.uid && uid !== ROOT)
      change(
        ownedEntries(folder, (stats) => stats.uid === owner.uid),
        to,
      );
    return null;
  });
}

/** Whether one of two users could not work with what is given to the other. */
function areForeign(one: number, other: number): boolean {
  return one !== other && one !== ROOT && other !== ROOT;
}

function overlap(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one);
}

/** How a loan is ended. */
export interface Return {
  /** The container's folder. */
  readonly place: string;
  /** The owner in the numbers of `change`. */
  readonly to: Ids;
  readonly change: ChangeOwner;
}

/** Gives all that was lent, made or changed in the folder since then to its owner, but for what live processes have still borrowed. */
export function giveBack(loan: Loan, { place, to, change }: Return): void {
  alone(() => {
    const { owner, since, folder } = loan;
    const others = openLoans().filter((open) => open.state === "live" && open.place !== place);
    // What others have, and give back themselves.
    const isLent = ({ uid, ctimeMs }: Stats, path: string) =>
      others.some((open) => open.to === uid && ctimeMs > open.since && isWithin(path, open.folder));
    const changed = ownedEntries(
      folder,
      (stats, path) =>
        (stats.uid !== owner.uid || stats.gid !== owner.gid) && stats.ctimeMs > since && !isLent(stats, path),
    );
    try {
      change(changed, to);
    } finally {
      forgetContainer(place);
    }
  });
}
