import type { Answer, KeptAnswer, Question } from "../cache/answers.js";
import type { HttpAnswer } from "../http/client.js";
import type { Session } from "./session.js";

/** A question to a web API. */
export interface Asking<T> {
  readonly session: Session;
  /** What tells it from all others, without secrets. */
  readonly question: Question;
  /** Asks; gives answers with 200 and, to what is kept, 304. @throws for all others */
  readonly send: (kept: KeptAnswer | null) => Promise<HttpAnswer>;
  /** Null: the answer is not what it should be. */
  readonly read: (body: string) => T | null;
  /** What is thrown then. */
  readonly unreadable: () => Error;
}

export interface Told<T> {
  readonly value: T;
  /** The Link header. */
  readonly link: string | null;
}

/** The kept answer where it is fresh, or the system says that it still holds; else the system's own, which is kept then. */
export async function keptOrAsked<T>(asking: Asking<T>): Promise<Told<T>> {
  const { session, question, read } = asking;
  const kept = await session.cache.load(question);
  const value = kept === null ? null : read(kept.body);
  if (kept === null || value === null) return asked(asking);
  if (kept.age === "fresh") return { value, link: kept.link };
  const answer = await asking.send(kept);
  if (answer.status !== 304) return taken(asking, answer);
  await session.cache.save(question, kept);
  return { value, link: kept.link };
}

async function asked<T>(asking: Asking<T>): Promise<Told<T>> {
  return taken(asking, await asking.send(null));
}

async function taken<T>({ session, question, read, unreadable }: Asking<T>, answer: HttpAnswer): Promise<Told<T>> {
  const value = read(answer.body);
  if (value === null) throw unreadable();
  const whole: Answer = {
    body: answer.body,
    etag: answer.header("etag"),
    lastModified: answer.header("last-modified"),
    link: answer.header("link"),
  };
  await session.cache.save(question, whole);
  return { value, link: whole.link };
}

/** The headers that ask whether what is kept still holds (RFC 9110, conditional requests). */
export function conditions(kept: KeptAnswer | null): Record<string, string> {
  if (kept?.etag != null) return { "if-none-match": kept.etag };
  return kept?.lastModified != null ? { "if-modified-since": kept.lastModified } : {};
}
