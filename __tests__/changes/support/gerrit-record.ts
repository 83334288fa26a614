import type { Json } from "./github-description.js";

/** An account as Gerrit's ssh commands give it. */
export const account = (username: string): Json => ({
  name: `${username[0]?.toUpperCase()}${username.slice(1)} Example`,
  email: `${username}@example.org`,
  username,
});

export const approval = (type: string, value: number, by: Json, grantedOn = 1_772_400_000): Json => ({
  type,
  description: type,
  value: String(value),
  grantedOn,
  by,
});

export function patchSet(number: number, changed: Json = {}): Json {
  return {
    number,
    revision: String(number).repeat(40).slice(0, 40),
    parents: ["f".repeat(40)],
    ref: `refs/changes/01/4201/${number}`,
    uploader: account("author"),
    createdOn: 1_772_300_000 + number * 1000,
    author: account("author"),
    kind: "REWORK",
    sizeInsertions: 3,
    sizeDeletions: -1,
    ...changed,
  };
}

/** A record as `gerrit query --format JSON --all-approvals --patch-sets --comments` prints it. */
export function record(number: number, changed: Json = {}): Json {
  return {
    project: "tools/forge",
    branch: "main",
    topic: "speed",
    id: `I${String(number).padStart(40, "0")}`,
    number,
    subject: `Change ${number}`,
    owner: account("author"),
    url: `https://review.example.org/c/tools/forge/+/${number}`,
    commitMessage: `Change ${number}\n\nBecause.\n`,
    createdOn: 1_772_300_000,
    lastUpdated: 1_772_400_000,
    open: true,
    status: "NEW",
    comments: [],
    patchSets: [patchSet(1)],
    ...changed,
  };
}

export const stats = (rowCount: number, changed: Json = {}): Json => ({
  type: "stats",
  rowCount,
  runTimeMilliseconds: 12,
  moreChanges: false,
  ...changed,
});
