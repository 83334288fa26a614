import { lstat, rm } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../errors.js";
import { isAlive } from "../owner.js";
import { waitForLock } from "./lock.js";
import { mergePypirc, type ServerSection, unmergePypirc } from "./pypirc-file.js";
import { type Journal, type Participant, readJournal } from "./pypirc-record.js";
import {
  hashOf,
  putBack,
  pypircTarget,
  readStanding,
  replaceFile,
  replacementOf,
  type Standing,
} from "./pypirc-target.js";

const LOCK_TIMEOUT_MS = 15_000;
const ABANDONED = (path: string, pid: number, project: string) =>
  `A run that was ended by force (process ${pid}, project ${project}) had left its servers in ${path}: they were taken out.`;
const EDITED = (path: string) =>
  `${path} was changed by something else while forgexec's sections were in it: the change was kept and the sections taken out.`;

/**
 * The user's journal. It lies beside ~/.pypirc and not in the cache directory, which may be another one in the next
 * project: what a `kill -9` left has to be found from any of them.
 */
export function journalPath(home: string): string {
  return join(home, ".pypirc.forgexec");
}

function lockPath(journal: string): string {
  return `${journal}.lock`;
}

/** Whether there may be something to undo. */
export async function journalExists(home: string): Promise<boolean> {
  const path = journalPath(home);
  const traces = [path, replacementOf(path), lockPath(path)];
  const there = await Promise.all(traces.map((each) => lstat(each).catch(() => null)));
  return there.some((stats) => stats !== null);
}

/**
 * Changes which runs have sections in ~/.pypirc, and writes the file accordingly: with none left it stands as before.
 * Runs that are gone drop out. Gives sentences for the user.
 */
export async function changeParticipants(
  home: string,
  change: (live: readonly Participant[]) => readonly Participant[],
): Promise<readonly string[]> {
  const path = journalPath(home);
  const lock = await waitForLock(lockPath(path), LOCK_TIMEOUT_MS).catch((error: Error) => {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      "pypirc-unusable",
      `${home} can't be written to, so pypi.index-servers can't go into ~/.pypirc: ${error.message}. Make it writable, or set HOME to a folder that is.`,
    );
  });
  try {
    return await changeLocked(home, path, change);
  } finally {
    await lock.release();
  }
}

async function changeLocked(
  home: string,
  path: string,
  change: (live: readonly Participant[]) => readonly Participant[],
): Promise<readonly string[]> {
  const notes: string[] = [];
  const journal = await readJournal(path);
  const target = await pypircTarget(home);
  await rm(replacementOf(path), { force: true });
  await rm(replacementOf(target), { force: true }).catch(() => undefined);
  if (journal !== null && journal.target !== target) await leaveOldTarget(journal);
  const current = await readStanding(target);
  const [live, gone] = [true, false].map((wanted) =>
    (journal?.participants ?? []).filter(({ owner }) => isAlive(owner) === wanted),
  ) as [Participant[], Participant[]];
  notes.push(...gone.map(({ owner, project }) => ABANDONED(target, owner.pid, project)));
  const next = change(live);
  const { before, edited } = usersFile(journal?.target === target ? journal : null, current);
  if (edited) notes.push(EDITED(target));
  if (next.length === 0) {
    if (journal !== null && hashOf(current?.content ?? null) !== hashOf(before?.content ?? null))
      await putBack(target, before);
    else if (journal !== null && before !== null && !edited) await putBack(target, before);
    await rm(path, { force: true });
    return notes;
  }
  const merged = mergePypirc(before?.content ?? "", sectionsOf(next));
  const expected = [hashOf(current?.content ?? null), hashOf(before?.content ?? null), hashOf(merged)];
  const written: Journal = { target, before, expected, participants: next };
  await replaceFile(path, Buffer.from(JSON.stringify(written), "utf8").toString("latin1"), 0o600);
  if (current?.content !== merged) await replaceFile(target, merged, 0o600);
  return notes;
}

// The link ~/.pypirc points elsewhere now; what it pointed at gets its content back.
async function leaveOldTarget(journal: Journal): Promise<void> {
  const old = await readStanding(journal.target).catch(() => null);
  if (old !== null && journal.expected.includes(hashOf(old.content))) await putBack(journal.target, journal.before);
}

function usersFile(
  journal: Journal | null,
  current: Standing | null,
): { readonly before: Standing | null; readonly edited: boolean } {
  if (journal === null) return { before: current, edited: false };
  if (journal.expected.includes(hashOf(current?.content ?? null))) return { before: journal.before, edited: false };
  if (current === null) return { before: null, edited: true };
  const names = journal.participants.flatMap(({ sections }) => sections.map(({ name }) => name));
  const content = unmergePypirc(current.content, journal.before?.content ?? "", names);
  if (journal.before === null && content.trim() === "") return { before: null, edited: true };
  // 0600 is forgexec's doing; a wider mode is the user's.
  const mode = current.mode === 0o600 ? (journal.before?.mode ?? 0o600) : current.mode;
  return { before: { ...current, content, mode }, edited: true };
}

// Of two runs with the same definition the one that has the password at present decides.
function sectionsOf(participants: readonly Participant[]): readonly ServerSection[] {
  const sections = new Map<string, ServerSection>();
  for (const section of participants.flatMap((participant) => participant.sections)) {
    const known = sections.get(section.name);
    if (known === undefined || known.password === null) sections.set(section.name, section);
  }
  return [...sections.values()];
}
