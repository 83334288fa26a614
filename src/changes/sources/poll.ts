import { CHANGE_STATUSES, type Change, type ChangeEvent, type ChangeQuery, type ChangeSource } from "../model.js";
import { newsOf } from "./news.js";
import type { CommonSourceOptions } from "./options.js";
import { inSession, type Session } from "./session.js";

/** Where a look begins: what was touched in that time before the start tells what is new. */
const LOOK_BACK_MS = 24 * 3_600_000;
/** Told events that are remembered, so that none is told twice. */
const REMEMBERED = 20_000;

/** Open changes that are looked at again though they were not updated. */
const LOOKED_AFTER = 20;

type Load = (session: Session, query: ChangeQuery) => AsyncIterable<Change>;

/** A source that can be asked again and again. */
export interface Polled {
  readonly load: Load;
  /** `silent`: checks come without the change being updated, as on GitHub. */
  readonly checks: "updating" | "silent";
}

/** Watches a source by looking again and again at what was updated since. Times are the system's own: this machine's clock may be wrong. */
export function pollingWatch(options: CommonSourceOptions, polled: Polled): NonNullable<ChangeSource["watch"]> {
  // What is kept is asked for anew, at the price of a question whether it still holds.
  const mode = options.cache.mode === "use" ? "refresh" : options.cache.mode;
  const renewed = { ...options, cache: { ...options.cache, mode } };
  return (query, signal) => inSession(renewed, signal, (session) => eventsIn(session, query, polled));
}

async function* eventsIn(
  session: Session,
  query: ChangeQuery,
  polled: Polled,
): AsyncGenerator<ChangeEvent, void, undefined> {
  const all = { ...query, statuses: CHANGE_STATUSES };
  const known = new Map<string, Known>();
  const told = new Set<string>();
  const start = session.now();
  let newest = 0;
  for await (const change of polled.load(session, { ...all, updatedSince: start - LOOK_BACK_MS, with: new Set() })) {
    known.set(nameOf(change), knownOf(change));
    newest = Math.max(newest, change.updated);
  }
  newest = newest === 0 ? start : newest;
  const floor = newest;
  for (;;) {
    await session.wait(session.pollMs, session.signal);
    session.signal.throwIfAborted();
    const events: ChangeEvent[] = [];
    for await (const change of looked(session, { ...all, updatedSince: newest }, { polled, known })) {
      const before = known.get(nameOf(change))?.status;
      known.set(nameOf(change), knownOf(change));
      newest = Math.max(newest, change.updated);
      if (change.status === "open" && before !== undefined && before !== "open") events.push(reopened(change));
      for (const { key, event } of newsOf(change)) {
        if (event.at <= floor || told.has(key)) continue;
        told.add(key);
        events.push(event);
      }
    }
    yield* events.sort((a, b) => a.at - b.at);
    forget(told);
  }
}

interface Looking {
  readonly polled: Polled;
  /** By `nameOf`. */
  readonly known: ReadonlyMap<string, Known>;
}

/** What was updated since, and where checks come silently, the newest of the other open changes too. */
async function* looked(
  session: Session,
  query: ChangeQuery,
  { polled, known }: Looking,
): AsyncGenerator<Change, void, undefined> {
  const seen = new Set<string>();
  for await (const change of polled.load(session, { ...query, with: new Set(["comments", "votes"]) })) {
    seen.add(nameOf(change));
    yield change;
  }
  if (polled.checks === "updating") return;
  const others = [...known.values()].filter((change) => change.status === "open" && !seen.has(nameOf(change)));
  for (const { project, number } of others.sort((a, b) => b.updated - a.updated).slice(0, LOOKED_AFTER)) {
    const { updatedSince: _, ...anyTime } = query;
    yield* polled.load(session, { ...anyTime, projects: [project], number, with: new Set(["votes"]) });
  }
}

/** What is remembered of a change. */
type Known = Pick<Change, "project" | "number" | "status" | "updated">;

function knownOf({ project, number, status, updated }: Change): Known {
  return { project, number, status, updated };
}

function nameOf(change: Known): string {
  return `${change.project} ${change.number}`;
}

function reopened(change: Change): ChangeEvent {
  return { at: change.updated, kind: "reopened", change, by: null, text: change.subject };
}

/** The oldest first: a set keeps the order in which things came. */
function forget(told: Set<string>): void {
  for (const key of told) {
    if (told.size <= REMEMBERED) return;
    told.delete(key);
  }
}
