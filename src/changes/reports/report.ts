import type { Change, ChangePart, ChangeQuery, ChangeStatus, Person } from "../model.js";
import type { People } from "../people.js";
import type { Outcome } from "./table.js";

/** What a report is told beside the changes. */
export interface ReportContext {
  /** Ms since the epoch; ages and periods are reckoned from it. */
  readonly now: number;
  /** Whose list it is; null where nobody is named. */
  readonly user: string | null;
  readonly bots: People;
  readonly teamOf: (person: Person | null) => string | null;
  /** Null: the report's own default. */
  readonly days: number | null;
  readonly approvable: "no-veto" | "no-objection";
  readonly botComments: "left-out" | "shown";
  readonly commentsOn: "every-version" | "current-version";
}

/** Takes changes one by one, keeps only what it needs of them, and tells what it found. */
export interface Collector {
  add(change: Change): void;
  end(): Outcome;
}

export interface Report {
  readonly name: string;
  readonly summary: string;
  /** What it can be about. */
  readonly statuses: readonly ChangeStatus[];
  /** What a server is asked for where nobody says: one that has been there for years has tens of thousands of changes that are over. */
  readonly live: readonly ChangeStatus[];
  readonly with: ReadonlySet<ChangePart>;
  /** The time that counts back from now, in ms; null: all of it. */
  readonly period: (options: Pick<ReportContext, "days">) => number | null;
  readonly user: "needed" | "optional" | "unused";
  begin(options: ReportContext): Collector;
}

export const ALL_STATUSES: ChangeQuery["statuses"] = ["open", "merged", "closed"];
export const DAY_MS = 86_400_000;
export const WEEK_MS = 7 * DAY_MS;
