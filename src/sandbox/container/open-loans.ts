import { join } from "node:path";
import { withLockNow } from "../../lock-now.js";
import { type LoanTo, type NotedContainer, notedContainers, notesFolder } from "./notes.js";

/** A loan of which all processes of this user know. */
export interface OpenLoan extends LoanTo, Pick<NotedContainer, "place" | "pid" | "state"> {}

/** So long may it take to change the owners of everything in a large folder. */
const LONGEST_MS = 300_000;

/** Does something while no other process of this user lends a folder or gives one back. At once, while all else waits. */
export function alone<T>(work: () => T): T {
  // Where only this user can write: nobody else can hold it.
  return withLockNow(join(notesFolder(), "lock"), LONGEST_MS, work);
}

/** All loans that were begun and not ended. To be asked for alone. */
export function openLoans(): readonly OpenLoan[] {
  return notedContainers().flatMap(({ loan, place, pid, state }) =>
    loan === null ? [] : [{ ...loan, place, pid, state }],
  );
}
