import { createHash, randomBytes } from "node:crypto";
import { UsageError } from "../errors.js";
import { thisProcess } from "../owner.js";
import type { IndexServer, PhaseName, Value } from "../spec/index.js";
import { isOneLineValue, isSectionName } from "./ini.js";
import { mergePypirc, type ServerSection } from "./pypirc-file.js";
import { changeParticipants } from "./pypirc-journal.js";
import type { Participant } from "./pypirc-record.js";

/** What goes into ~/.pypirc for the length of a run. */
export interface PypircRequest {
  readonly home: string;
  /** The project's folder, which a refused run is told. */
  readonly project: string;
  readonly servers: readonly IndexServer[];
  /** The text of a value; throws where it can't be had. */
  readonly resolve: (value: Value) => string;
  readonly note: (line: string) => void;
}

/** The spec's sections in ~/.pypirc. */
export interface PypircSession {
  /** Encrypted passwords are in the file from here on if it is a deploy phase. */
  enterPhase(phase: PhaseName): Promise<void>;
  leavePhase(phase: PhaseName): Promise<void>;
  /** The spec's sections alone, with all passwords, for commands of a deploy phase that do not see the user's own file; a byte a character. */
  text(): string;
  /** Takes the sections out; the last of the user's runs puts the file back. Safe to call twice. */
  close(): Promise<void>;
}

type Passwords = "all" | "not-encrypted";

/**
 * Puts the spec's servers into the user's ~/.pypirc (Python's packaging guide, "The .pypirc file"), mode 0600.
 *
 * @throws UsageError `invalid-pypirc` for a value that the file can't hold, `pypirc-conflict` when another live run
 *   defines a section differently, `pypirc-unusable` when the file can't be read.
 */
export async function openPypirc(request: PypircRequest): Promise<PypircSession> {
  const id = randomBytes(8).toString("hex");
  const owner = thisProcess();
  const definitions = Object.fromEntries(request.servers.map((server) => [server.name, definitionOf(server, request)]));
  let state: Passwords | "closed" = "not-encrypted";

  async function write(passwords: Passwords): Promise<void> {
    const sections = request.servers.map((server) => sectionOf(server, passwords, request));
    const participant: Participant = { id, owner, project: request.project, sections, definitions };
    const notes = await changeParticipants(request.home, (live) => {
      const others = live.filter((each) => each.id !== id);
      refuseConflict(participant, others);
      return [...others, participant];
    });
    notes.forEach(request.note);
    state = passwords;
  }

  await write("not-encrypted");
  return {
    async enterPhase(phase) {
      const wanted = phase.endsWith("/deploy") ? "all" : "not-encrypted";
      if (state !== wanted && state !== "closed") await write(wanted);
    },
    async leavePhase() {
      if (state === "all") await write("not-encrypted");
    },
    text() {
      const sections = request.servers.map((server) => sectionOf(server, "all", request));
      return mergePypirc("", sections);
    },
    async close() {
      if (state === "closed") return;
      const notes = await changeParticipants(request.home, (live) => live.filter((each) => each.id !== id));
      state = "closed";
      notes.forEach(request.note);
    },
  };
}

function refuseConflict(mine: Participant, others: readonly Participant[]): void {
  for (const other of others) {
    const name = Object.keys(mine.definitions).find(
      (each) => other.definitions[each] !== undefined && other.definitions[each] !== mine.definitions[each],
    );
    if (name === undefined) continue;
    throw new UsageError(
      "pypirc-conflict",
      `pypi.index-servers: another run (process ${other.owner.pid}, project ${other.project}) has a server "${name}" in ~/.pypirc that is defined differently. ` +
        "Wait until it has ended, or give the server another name in one of the two specs.",
    );
  }
}

function sectionOf(server: IndexServer, passwords: Passwords, request: PypircRequest): ServerSection {
  if (!/^[!-~]+$/.test(server.name) || !isSectionName(server.name) || server.name.toLowerCase() === "distutils") {
    throw new UsageError(
      "invalid-pypirc",
      `pypi.index-servers: ${JSON.stringify(server.name)} can't be the name of a section of ~/.pypirc. Use letters, digits, dots, dashes.`,
    );
  }
  const check = (key: string, value: string) => lineOf(`${server.name}.${key}`, value);
  const password = passwordOf(server.password, passwords, request);
  return {
    name: server.name,
    repository: check("repository", server.repository),
    username: server.username === undefined ? null : check("username", server.username),
    password: password === null ? null : check("password", password),
  };
}

function passwordOf(value: Value | undefined, passwords: Passwords, { resolve }: PypircRequest): string | null {
  if (value === undefined) return null;
  if (typeof value === "object" && "encrypted" in value && passwords === "not-encrypted") return null;
  if (passwords === "all" || typeof value === "string") return withoutLastNewline(resolve(value));
  try {
    return withoutLastNewline(resolve(value));
  } catch {
    return null;
  }
}

// Whoever encrypts with `echo` or a file has one.
function withoutLastNewline(text: string): string {
  return text.replace(/\r?\n$/, "");
}

function lineOf(what: string, value: string): string {
  // The value itself may be the secret.
  if (!isOneLineValue(value)) {
    throw new UsageError(
      "invalid-pypirc",
      `pypi.index-servers: ${what} holds a line break, another control character, or white space at its start or end, which ~/.pypirc can't say.`,
    );
  }
  return Buffer.from(value, "utf8").toString("latin1");
}

function definitionOf(server: IndexServer, request: PypircRequest): string {
  const { password } = server;
  const known =
    typeof password === "object" && "env" in password ? passwordOf(password, "not-encrypted", request) : password;
  const definition = JSON.stringify([server.repository, server.username ?? null, known ?? null]);
  return createHash("sha256").update(definition).digest("hex");
}
