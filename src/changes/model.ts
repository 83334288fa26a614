/** Somebody on a review system; every part may be missing (deleted accounts, users without a name). */
export interface Person {
  readonly login: string | null;
  readonly name: string | null;
  readonly email: string | null;
}

/** The three columns that votes fall into. */
export const VOTE_COLUMNS = ["tests", "reviews", "workflow"] as const;
export type VoteColumn = (typeof VOTE_COLUMNS)[number];
export type VoteValue = -2 | -1 | 1 | 2;

export interface Vote {
  readonly column: VoteColumn;
  readonly value: VoteValue;
  /** Null: the system itself (a check, a label). */
  readonly by: Person | null;
  /** Ms since the epoch; null where the source does not tell. */
  readonly at: number | null;
}

/** One state of a change: Gerrit's patch set, GitHub's head commit. */
export interface Version {
  /** From 1, in order of time. */
  readonly number: number;
  readonly sha: string | null;
  /** Ms since the epoch. */
  readonly created: number;
  readonly votes: readonly Vote[];
}

export interface Comment {
  readonly by: Person | null;
  /** Ms since the epoch. */
  readonly at: number;
  /** The version it was made on; null where the source does not tell. */
  readonly version: number | null;
  readonly text: string;
  /** For a comment on a line. */
  readonly file: string | null;
  readonly line: number | null;
  /** Whether it came with a vote (review-rate counts these). */
  readonly voted: boolean;
}

export const CHANGE_STATUSES = ["open", "merged", "closed"] as const;
export type ChangeStatus = (typeof CHANGE_STATUSES)[number];

/** A change under review, whatever system it comes from. */
export interface Change {
  readonly number: number;
  readonly status: ChangeStatus;
  readonly url: string;
  readonly owner: Person | null;
  readonly project: string;
  readonly branch: string;
  readonly topic: string | null;
  readonly subject: string;
  /** The commit message or pull request text. */
  readonly message: string;
  /** Ms since the epoch. */
  readonly created: number;
  readonly updated: number;
  /** When it was merged or closed; absent or null where the source does not tell. */
  readonly ended?: number | null;
  /** In order; the last one is the current one. Never empty. */
  readonly versions: readonly Version[];
  readonly comments: readonly Comment[];
  /** Those asked to review, and those who did, where the source was asked for them. */
  readonly reviewers: readonly Person[];
  /** Paths that it touches; null where the source was not asked for them. */
  readonly files: readonly string[] | null;
}

/**
 * What a source fetches beyond a change itself. `reviews`: people's votes, at one request a change on GitHub; `review-comments`: the comments that
 * came with them, by the same request; `votes`: people's votes and the checks of the current version (three requests); `comments`: all comments;
 * `reviewers`: those asked to review, and those who did. A source may give more than it is asked for, where that costs nothing.
 */
export type ChangePart = "reviews" | "review-comments" | "votes" | "comments" | "files" | "reviewers";

/** What a report needs of a source; sources fetch no more than that. */
export interface ChangeQuery {
  readonly statuses: readonly ChangeStatus[];
  /** `owner/name` or a Gerrit project; empty: the source's default. */
  readonly projects: readonly string[];
  /** Only changes updated since; ms since the epoch. */
  readonly updatedSince?: number;
  /** One change by its number, with its comments. */
  readonly number?: number;
  readonly with: ReadonlySet<ChangePart>;
}

/** New things as they come, for `watch`. */
export interface ChangeEvent {
  readonly at: number;
  readonly kind: "opened" | "updated" | "comment" | "vote" | "merged" | "closed" | "reopened";
  readonly change: Change;
  readonly by: Person | null;
  /** One line that says what happened. */
  readonly text: string;
}

/** Where changes come from. */
export interface ChangeSource {
  readonly kind: "github" | "gerrit" | "gerrit-ssh" | "recorded";
  changes(query: ChangeQuery, signal: AbortSignal): AsyncIterable<Change>;
  /** Null: this source can't be watched (recorded data). */
  watch: ((query: ChangeQuery, signal: AbortSignal) => AsyncIterable<ChangeEvent>) | null;
}
