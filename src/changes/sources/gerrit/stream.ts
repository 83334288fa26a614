import type { ChangeEvent } from "../../model.js";
import { Fields } from "../fields.js";
import type { Session } from "../session.js";
import { gerritCommand, placeOf, type SshAccess, sshFailure } from "./ssh-command.js";
import { eventOf } from "./stream-event.js";

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
/** Attempts in a row without a single event. */
const MOST_FAILURES = 6;

/** What `gerrit stream-events` tells, for as long as one listens; a connection that is lost is made anew. */
export async function* streamedEvents(
  session: Session,
  access: SshAccess,
  projects: readonly string[],
): AsyncGenerator<ChangeEvent, void, undefined> {
  const { signal } = session;
  let failures = 0;
  for (;;) {
    const command = gerritCommand(access, ["stream-events"]).signal(signal);
    try {
      for await (const line of command.lines()) {
        failures = 0;
        const event = eventIn(line, session.now());
        if (event !== null && isOf(projects, event.change.project)) yield event;
      }
    } catch (error) {
      signal.throwIfAborted();
      const failure = sshFailure(error, access);
      // Only a connection that was lost comes back: that ssh tells by 255.
      if (++failures >= MOST_FAILURES || (failure as { cause?: { exitCode?: unknown } }).cause?.exitCode !== 255)
        throw failure;
    }
    signal.throwIfAborted();
    const ms = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
    session.note(`The connection to Gerrit at ${placeOf(access)} is lost; trying again in ${Math.ceil(ms / 1000)} s`);
    await session.wait(ms, signal);
  }
}

/** A line that is no event of a change, or of a kind that is not told, is passed over: servers add their own. */
function eventIn(line: string, now: number): ChangeEvent | null {
  try {
    const fields = Fields.of(JSON.parse(line));
    return fields === null ? null : eventOf(fields, now);
  } catch {
    return null;
  }
}

function isOf(projects: readonly string[], project: string): boolean {
  return projects.length === 0 || projects.some((name) => name === project || isPattern(name, project));
}

/** A name that begins with `^` is a regular expression for Gerrit. Here only `.*` at its end is followed; others let all pass. */
function isPattern(name: string, project: string): boolean {
  if (!name.startsWith("^")) return false;
  const literal = /^\^([A-Za-z0-9/_-]*)\.\*$/.exec(name)?.[1];
  return literal === undefined || project.startsWith(literal);
}
