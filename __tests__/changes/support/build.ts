import type { Change, Comment, Person, Version, Vote, VoteColumn, VoteValue } from "../../../src/changes/model.js";
import { botsCalled, teamFinder } from "../../../src/changes/people.js";
import { REPORTS } from "../../../src/changes/reports/catalogue.js";
import type { ReportContext } from "../../../src/changes/reports/report.js";
import type { Outcome } from "../../../src/changes/reports/table.js";

/** The time from which the tests reckon. */
export const NOW = Date.parse("2030-01-02T03:04:05Z");
export const DAY = 86_400_000;

/** So many days before NOW. */
export function daysAgo(days: number): number {
  return NOW - days * DAY;
}

export function person(login: string): Person {
  return { login, name: null, email: null };
}

/** A vote as `alice +2`, `ci -1 tests`; the reviewer `?` is nobody. `ago`: days before NOW. */
export function vote(text: string, ago: number | null = 1): Vote {
  const [by = "", value = "", column = "reviews"] = text.split(" ");
  return {
    column: column as VoteColumn,
    value: Number(value) as VoteValue,
    by: by === "?" ? null : person(by),
    at: ago === null ? null : daysAgo(ago),
  };
}

/** A version for each list of votes, the last one the current. `created`: when each was made, in days before NOW. */
export function versions(votes: readonly (readonly (string | Vote)[])[], created: readonly number[] = []): Version[] {
  return votes.map((some, index) => ({
    number: index + 1,
    sha: String(index + 1).repeat(40),
    created: daysAgo(created[index] ?? 10 - index),
    votes: some.map((each) => (typeof each === "string" ? vote(each) : each)),
  }));
}

export function comment(by: string | null, text: string, changed: Partial<Comment> = {}): Comment {
  const someone = by === null ? null : person(by);
  return { by: someone, at: daysAgo(1), version: 1, text, file: null, line: null, voted: false, ...changed };
}

let made = 0;

export function change(changed: Partial<Change> = {}): Change {
  const number = changed.number ?? ++made;
  return {
    number,
    status: "open",
    url: `https://github.com/acme/web/pull/${number}`,
    owner: person("owner"),
    project: "acme/web",
    branch: "main",
    topic: null,
    subject: `Change ${number}`,
    message: "",
    created: daysAgo(10),
    updated: daysAgo(1),
    versions: versions([[]]),
    comments: [],
    reviewers: [],
    files: null,
    ...changed,
  };
}

export function context(changed: Partial<ReportContext> = {}): ReportContext {
  return {
    now: NOW,
    user: "me",
    bots: botsCalled(["ci"]),
    teamOf: teamFinder({}),
    days: null,
    approvable: "no-veto",
    botComments: "left-out",
    commentsOn: "every-version",
    ...changed,
  };
}

/** What a report finds in some changes. */
export function outcomeOf(name: string, changes: readonly Change[], changed: Partial<ReportContext> = {}): Outcome {
  const report = REPORTS.find((each) => each.name === name);
  if (report === undefined) throw new Error(`no report ${name}`);
  const collector = report.begin(context(changed));
  for (const each of changes) collector.add(each);
  return collector.end();
}
