import type { Change, ChangeQuery } from "../model.js";

/** What of a change decides whether it is asked for. */
export type Heading = Pick<Change, "number" | "status" | "project" | "created" | "updated">;

/** Whether a change is one that the query asks for: for sources that can't be asked so closely. */
export function isWanted(change: Heading, query: ChangeQuery): boolean {
  if (query.number !== undefined && change.number !== query.number) return false;
  if (query.updatedSince !== undefined && change.updated < query.updatedSince) return false;
  if (query.projects.length > 0 && !query.projects.includes(change.project)) return false;
  return query.statuses.includes(change.status);
}
