import type { Change, ChangeEvent, Comment, Version, Vote } from "../model.js";
import { keyOf } from "./people.js";

const SUMMARY = 200;

/** All that happened on a change by what it tells of itself, in order of time, each with a key that stays the same. */
export function newsOf(change: Change): { readonly key: string; readonly event: ChangeEvent }[] {
  const news = [
    ...change.versions.map((version) => ofVersion(change, version)),
    ...change.versions.flatMap(({ votes, number }) => votes.flatMap((vote) => ofVote(change, vote, number))),
    ...change.versions.flatMap((version) => ofTests(change, version)),
    ...change.comments.flatMap((comment) => ofComment(change, comment)),
    ...ending(change),
  ];
  return news.map((event) => ({ key: keyOfEvent(event), event })).sort((a, b) => a.event.at - b.event.at);
}

/** Of what nobody did (checks) the time moves as more of it comes. */
function keyOfEvent({ change, kind, at, by, text }: ChangeEvent): string {
  const when = kind === "vote" && by === null ? null : at;
  return JSON.stringify([change.project, change.number, kind, when, by === null ? null : keyOf(by), text]);
}

function ofVersion(change: Change, { number, sha, created }: Version): ChangeEvent {
  const first = number === change.versions[0]?.number;
  const text = first ? change.subject : `version ${number}${sha === null ? "" : ` (${sha.slice(0, 7)})`}`;
  return { at: created, kind: first ? "opened" : "updated", change, by: change.owner, text };
}

function ofVote(change: Change, { column, value, by, at }: Vote, version: number): ChangeEvent[] {
  if (at === null || (column === "tests" && by === null)) return [];
  return [{ at, kind: "vote", change, by, text: `${column} ${value > 0 ? "+" : ""}${value} on version ${version}` }];
}

/** A version may have dozens of checks: told is what they come to, once for a failure and once for success. */
function ofTests(change: Change, { votes, number }: Version): ChangeEvent[] {
  const tests = votes.filter(({ column, by }) => column === "tests" && by === null);
  const failed = tests.filter(({ value }) => value < 0);
  const told = failed.length > 0 ? failed : tests;
  const at = Math.max(...told.map((vote) => vote.at ?? 0));
  if (told.length === 0 || at === 0) return [];
  const text = `tests ${failed.length > 0 ? "-1" : "+1"} on version ${number}`;
  return [{ at, kind: "vote", change, by: null, text }];
}

/** One that came with a vote is told as the vote, unless it has words of its own. */
function ofComment(change: Change, { by, at, text, file, line, voted }: Comment): ChangeEvent[] {
  const place = file === null ? "" : `${file}${line === null ? "" : `:${line}`}: `;
  const words = summary(voted ? text.replace(/^patch set \d+:.*/i, "") : text);
  if (voted && words === "") return [];
  return [{ at, kind: "comment", change, by, text: `${place}${words}` }];
}

function ending(change: Change): ChangeEvent[] {
  if (change.status === "open") return [];
  return [{ at: change.ended ?? change.updated, kind: change.status, change, by: null, text: change.subject }];
}

/** One line of it, not too long. */
export function summary(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > SUMMARY ? `${line.slice(0, SUMMARY - 1)}…` : line;
}
