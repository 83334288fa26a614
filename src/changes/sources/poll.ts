import { CHANGE_STATUSES, type Change, type ChangeEvent, type ChangeQuery, type ChangeSource } from "../model.js";
import { newsOf } from "./news.js";
import type { CommonSourceOptions } from "./options.js";
import { inSession, type Session } from "./session.js";

/** Where a look begins: what was touched in that time before the start tells what is new. */
const LOOK_BACK_MS = 24 * 3_600_000;
/** Told events that are remembered, so that none is told twice. */
const REMEMBERED = 20_000;

type Load = (session: Session, query: ChangeQuery) => AsyncIterable<Change>;

/** Watches a source by looking again and again at what was updated since. Times are the system's own: this machine's clock may be wrong. */
export function pollingWatch(options: CommonSourceOptions, load: Load): NonNullable<ChangeSource["watch"]> {
  // What is kept is asked for anew, at the price of a question whether it still holds.
  const mode = options.cache.mode === "use" ? "refresh" : options.cache.mode;
  const renewed = { ...options, cache: { ...options.cache, mode } };
  return (query, signal) => inSession(renewed, signal, (session) => eventsIn(session, query, load));
}

async function* eventsIn(
  session: Session,
  query: ChangeQuery,
  load: Load,
): AsyncGenerator<ChangeEvent, void, undefined> {
  const all = { ...query, statuses: CHANGE_STATUSES };
  const statuses = new Map<string, Change["status"]>();
  const told = new Set<string>();
  const start = session.now();
  let newest = 0;
  for await (const change of load(session, { ...all, updatedSince: start - LOOK_BACK_MS, with: new Set() })) {
    statuses.set(nameOf(change), change.status);
    newest = Math.max(newest, change.updated);
  }
  newest = newest === 0 ? start : newest;
  const floor = newest;
  for (;;) {
    await session.wait(session.pollMs, session.signal);
    session.signal.throwIfAborted();
    const events: ChangeEvent[] = [];
    for await (const change of load(session, { ...all, updatedSince: newest, with: new Set(["comments", "votes"]) })) {
      const before = statuses.get(nameOf(change));
      statuses.set(nameOf(change), change.status);
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

function nameOf(change: Change): string {
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
