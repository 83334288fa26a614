import { type Change, type Version, VOTE_COLUMNS } from "../model.js";
import { nameOf } from "../people.js";
import { castingVote, currentVersion } from "./reviews.js";
import type { Column, Row } from "./table.js";

/** The columns of every report that lists changes. */
export const CHANGE_COLUMNS: readonly Column[] = [
  { key: "status", name: "Status", kind: "text", shown: "always", dropped: 3 },
  { key: "url", name: "URL", kind: "url", shown: "always" },
  { key: "owner", name: "Owner", kind: "text", shown: "always", least: 8 },
  { key: "project", name: "Project", kind: "text", shown: "always", least: 12, dropped: 2 },
  { key: "branch", name: "Branch", kind: "text", shown: "always", least: 8, dropped: 1 },
  { key: "topic", name: "Topic", kind: "text", shown: "on-request", least: 8 },
  { key: "subject", name: "Subject", kind: "text", shown: "always", least: 20 },
  { key: "created", name: "Created", kind: "time", shown: "always", dropped: 4 },
  { key: "updated", name: "Updated", kind: "time", shown: "always", dropped: 5 },
  { key: "approvals", name: "Approvals", kind: "text", shown: "on-request", least: 12 },
  { key: "tests", name: "Tests", kind: "vote", shown: "always" },
  { key: "reviews", name: "Reviews", kind: "vote", shown: "always" },
  { key: "workflow", name: "Workflow", kind: "vote", shown: "always" },
];

/** A change as a row of those columns; the votes are those on the current version. */
export function changeRow(change: Change): Row {
  const current = currentVersion(change);
  return {
    status: change.status,
    url: change.url,
    owner: nameOf(change.owner),
    project: change.project,
    branch: change.branch,
    topic: change.topic,
    subject: change.subject,
    created: change.created,
    updated: change.updated,
    approvals: approvals(current),
    tests: castingVote(current, "tests"),
    reviews: castingVote(current, "reviews"),
    workflow: castingVote(current, "workflow"),
  };
}

/** Every vote, column by column: `tests +1, reviews -1 +2`. */
function approvals(version: Version): string | null {
  const told = VOTE_COLUMNS.flatMap((column) => {
    const votes = version.votes.filter((vote) => vote.column === column).map(({ value }) => signed(value));
    return votes.length === 0 ? [] : [`${column} ${votes.join(" ")}`];
  });
  return told.length === 0 ? null : told.join(", ");
}

/** A vote as people write it: with its sign. */
export function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value);
}
