import type { Ids } from "./ownership.js";

/** A folder that the image's user may write during a session, and who gets it back. */
export interface Loan {
  readonly folder: string;
  /** Whose it was, as the host numbers users. */
  readonly owner: Ids;
  /** When the session began, in ms since the epoch by the kernel's own clock: what was changed after that is what is put right. */
  readonly since: number;
}

/** Reads a loan from its JSON; null: it is none. */
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
