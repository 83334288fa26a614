import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, isAbsolute, join } from "node:path";
import { asOwner, isAlive, type Owner, thisProcess } from "../../owner.js";
import { hiddenStateFolder, isOwnFolder, makeStateFolder, stateFolder } from "../../state-folder.js";
import { refuse } from "../refuse.js";
import type { Engine } from "./engine.js";
import { isFolderName } from "./folder.js";
import { type Loan, readLoan } from "./loan.js";
import { sealed, unsealed } from "./seal.js";

/** A loan, and the user who has it, as the host numbers users. */
export interface LoanTo extends Loan {
  readonly to: number;
}

/** How an engine is found again: its name, and those of the client's variables that decide which engine and which storage it is. */
export interface NotedEngine {
  readonly name: Engine["name"];
  readonly variables: Readonly<Record<string, string>>;
}

/** What is noted of a container, from before it is made until all is put right: whoever comes after a kill -9 goes by it. */
export interface ContainerNote {
  /** The container's folder. */
  readonly place: string;
  readonly engine: NotedEngine;
  /** null: nothing is lent to it. */
  readonly loan: LoanTo | null;
}

/** A container that a process of this user's has, or had when it was killed. */
export interface NotedContainer extends ContainerNote {
  readonly pid: number;
  /** `abandoned`: its process was killed, and nobody has put all right yet. */
  readonly state: "live" | "abandoned";
}

/** A home can be that of other machines, too, whose processes cannot be seen from here; one that was killed must end some day. */
const UNSEEN_MACHINE_MS = 24 * 60 * 60 * 1000;
const NAME = "containers";

/** Where it is noted. @throws CommandError "spawn" where there is no such folder */
export function notesFolder(): string {
  return makeStateFolder(stateFolder(NAME)) ?? unnoted(stateFolder(NAME));
}

function unnoted(folder: string): never {
  throw refuse(
    "spawn",
    `containers: nothing can be noted of them in ${folder}. Let this user, and nobody else, write to it, or name another place by XDG_STATE_HOME`,
  );
}

/** Notes a container of this process's, or something new of it. @throws CommandError "spawn" where that cannot be done */
export function noteContainer(note: ContainerNote): void {
  const file = join(notesFolder(), basename(note.place));
  const text = sealed(JSON.stringify({ ...note, owner: thisProcess(), machine: hostname() }));
  writeFileSync(`${file}.new`, text ?? unnoted(hiddenStateFolder("")), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** All was put right. */
export function forgetContainer(place: string): void {
  rmSync(join(stateFolder(NAME), basename(place)), { force: true });
}

/** All that was noted and not forgotten. */
export function notedContainers(): readonly NotedContainer[] {
  const folder = stateFolder(NAME);
  return namesIn(folder).flatMap((name) => read(join(folder, name)) ?? []);
}

/** Those whose processes were killed. */
export function abandonedContainers(): readonly NotedContainer[] {
  return notedContainers().filter(({ state }) => state === "abandoned");
}

function namesIn(folder: string): string[] {
  try {
    return isOwnFolder(folder) ? readdirSync(folder).filter(isFolderName) : [];
  } catch {
    return [];
  }
}

function read(file: string): NotedContainer | null {
  try {
    const { place, engine, loan, machine, owner: value } = JSON.parse(unsealed(readFileSync(file, "utf8")) ?? "");
    const owner = asOwner(value);
    if (owner === null || !isAbsolute(place) || basename(place) !== basename(file)) return null;
    const lent = loan === null ? null : readLoan(JSON.stringify(loan));
    return { place, engine, loan: lent && { ...lent, to: loan.to }, pid: owner.pid, state: stateOf(owner, machine) };
  } catch {
    return null;
  }
}

function stateOf(owner: Owner, machine: unknown): NotedContainer["state"] {
  const elsewhere = machine !== hostname() && Date.now() - owner.since < UNSEEN_MACHINE_MS;
  return elsewhere || isAlive(owner) ? "live" : "abandoned";
}
