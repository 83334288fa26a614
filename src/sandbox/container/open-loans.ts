import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withLockNow } from "../../lock-now.js";
import { makeStateFolder } from "../state-folder.js";
import { type ContainerFolder, containerFolders } from "./folder.js";
import { type Loan, readLoan } from "./loan.js";

/** A loan of which all processes of this user know, by a file in the container's folder. */
export interface OpenLoan extends Loan {
  /** The user who has it, as the host numbers users. */
  readonly to: number;
  /** The container's folder. */
  readonly place: string;
  /** The process that has the container. */
  readonly pid: number;
  /** `abandoned`: its process was killed, and nobody has given the folder back yet. */
  readonly state: ContainerFolder["state"];
}

/** So long may it take to change the owners of everything in a large folder. */
const LONGEST_MS = 300_000;

/** Does something while no other process of this user lends a folder or gives one back. At once, while all else waits. */
export function alone<T>(work: () => T): T {
  // Where all can write, anybody could hold it.
  const folder = makeStateFolder("loans");
  const path =
    folder === null ? join(tmpdir(), `forgexec-loans-${process.geteuid?.() ?? ""}.lock`) : join(folder, "lock");
  return withLockNow(path, LONGEST_MS, work);
}

/** All loans that were begun and not ended. To be asked for alone. */
export function openLoans(): readonly OpenLoan[] {
  return containerFolders().flatMap(({ path, ...process }) => {
    const text = read(path);
    const loan = readLoan(text);
    return loan === null ? [] : [{ ...loan, to: (JSON.parse(text) as OpenLoan).to, place: path, ...process }];
  });
}

/** Lets all know of a loan, before anything is given away. */
export function tellLoan(place: string, loan: Loan & Pick<OpenLoan, "to">): void {
  const file = fileIn(place);
  writeFileSync(`${file}.new`, JSON.stringify(loan), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The folder was given back, or is with others who have borrowed it. */
export function endLoan(place: string): void {
  rmSync(fileIn(place), { force: true });
}

function fileIn(place: string): string {
  return join(place, "loan");
}

function read(place: string): string {
  try {
    return readFileSync(fileIn(place), "utf8");
  } catch {
    return "";
  }
}
