import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { AnswerCache } from "../cache/answers.js";
import { HttpClient } from "../http/client.js";
import type { CommonSourceOptions } from "./options.js";

const MAX_AGE_MS = 5 * 60_000;
const POLL_MS = 60_000;

/** What one iteration of a source works with. */
export interface Session {
  readonly http: HttpClient;
  readonly cache: AnswerCache;
  /** Aborted by the caller's signal, and when the iteration ends: nothing goes on behind it. */
  readonly signal: AbortSignal;
  readonly now: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly note: (line: string) => void;
  readonly progress: (done: number, total: number | null) => void;
  readonly pollMs: number;
}

/** Iterates what `work` gives; the connections and the cache are there as long as that, however it ends. */
export async function* inSession<T>(
  options: CommonSourceOptions,
  signal: AbortSignal,
  work: (session: Session) => AsyncIterable<T>,
): AsyncGenerator<T, void, undefined> {
  const ending = new AbortController();
  const either = AbortSignal.any([signal, ending.signal]);
  // Each request listens to it: many do at the same time.
  setMaxListeners(0, either);
  const session: Session = {
    http: new HttpClient(options.environment),
    cache: new AnswerCache({ maxAgeMs: MAX_AGE_MS, ...options.cache, now: options.now }),
    signal: either,
    now: options.now,
    wait: options.wait ?? timer,
    note: options.note,
    progress: options.progress ?? (() => {}),
    pollMs: options.pollMs ?? POLL_MS,
  };
  try {
    signal.throwIfAborted();
    yield* work(session);
  } finally {
    ending.abort(new Error("the source is closed"));
    await session.http.close();
    await session.cache.close();
  }
}

async function timer(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal });
}
