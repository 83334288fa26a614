import { printable } from "../../printable.js";
import { refuse } from "../refuse.js";
import { canChangeOwner, changeOwner } from "./change-owner.js";
import type { Engine } from "./engine.js";
import type { Image } from "./image.js";
import { idsOf } from "./inside-ids.js";
import { lend, newLoan } from "./lend-folder.js";
import type { Loan } from "./loan.js";
import { noteOf } from "./noted-engine.js";
import type { OpenLoan } from "./open-loans.js";
import type { Ids } from "./ownership.js";

/**
 * Which user inside is to be the one who called, under a podman without root's rights: then no file ever changes its owner, and all that runs
 * inside can be seen and signalled. null: the engine's own way, by which that user is root inside; so it has to be where the image names
 * its user by a word.
 */
export function keepIdFor(image: Image | null, engine: Engine): Ids | null {
  const [, uid, gid] = /^(\d+)(?::(\d+))?$/.exec(image?.user ?? "") ?? [];
  return canKeepIds(engine) && uid !== undefined && Number(uid) !== 0
    ? { uid: Number(uid), gid: Number(gid ?? uid) }
    : null;
}

/** The same for a user who is known by number only once the image runs: `pid` is a process of it. */
export function keepIdOfNamed(pid: number, engine: Engine): Ids | null {
  const ids = canKeepIds(engine) ? idsOf(pid) : null;
  return ids === null || ids.inside.uid === 0 ? null : ids.inside;
}

function canKeepIds({ name, rights, version }: Engine): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return name === "podman" && rights === "rootless" && (major > 4 || (major === 4 && minor >= 3));
}

/** Who calls, and by what engine. */
export interface Caller {
  readonly engine: Engine;
  /** The user that this process runs as. */
  readonly uid: number;
}

/** @throws CommandError "unsupported" where what commands make in the workspace could not be given back to its owner. */
export function requireGivingBack(workspace: string | null, { engine, uid }: Caller): void {
  if (workspace === null || engine.processes === "none" || canChangeOwner(engine, uid)) return;
  throw refuse(
    "unsupported",
    `workspace: commands run as the image's user, and what they make in ${printable(workspace)} could not be given back to you. ` +
      "Use podman without root's rights, run as root, or allow sudo without a password",
  );
}

/**
 * The loan of a workspace to the container whose folder is `place`; null: there is none, or the engine is on another machine, and has its
 * own way of showing files as their user's.
 */
export function loanOf(workspace: string | null, place: string, { engine }: Caller): Loan | null {
  return workspace === null || engine.processes === "none" ? null : newLoan(workspace, place);
}

/** A container that a folder is lent to: its folder on this machine, and a process of it. */
export interface Borrowing {
  readonly place: string;
  readonly pid: number;
}

/**
 * Gives the image's user what the folder's owner has in it, unless they are one, or the image's is root: then it is only noted, since what root
 * makes is given to the owner at the end, too.
 * @throws CommandError "invalid" while it is lent to another user, "spawn" where it cannot be given away
 */
export function lendTo(loan: Loan, { place, pid }: Borrowing, { engine, uid }: Caller): void {
  const ids = idsOf(pid);
  if (ids === null) return;
  const inNamespace = engine.name === "podman" && engine.rights === "rootless";
  const to = inNamespace ? ids.inside : ids.outside;
  let other: OpenLoan | null;
  try {
    other = lend(loan, { place, engine: noteOf(engine), uid: ids.outside.uid, to, change: changeOwner(engine, uid) });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw refuse(
      "spawn",
      `workspace: ${printable(loan.folder)} could not be given to the image's user ${ids.inside.uid}: ${why}`,
      { cause },
    );
  }
  if (other !== null) throw refuse("invalid", lentAlready(loan, { other, uid: ids.outside.uid }));
}

function lentAlready({ folder }: Loan, { other, uid }: { readonly other: OpenLoan; readonly uid: number }): string {
  return (
    `workspace: ${printable(folder)} is to be the image's user ${uid}'s, but ${other.folder === folder ? "it" : printable(other.folder)} ` +
    `is lent to the user ${other.to} of another image, as long as process ${other.pid} has that in use. ` +
    "Wait for its end, use a copy of the folder (git worktree), or images with the same user"
  );
}
