import type { Person } from "../model.js";
import { nameOf } from "../people.js";
import type { ReportContext } from "./report.js";

/** What is kept of each reviewer, found by who they are. */
export interface Reviewers<T> {
  /** Null for bots, and for those who left: they can't be told from others who left. */
  of(person: Person | null): T | null;
  all(): T[];
}

/** `begin` makes what is kept of somebody who is met for the first time. Who is a bot is looked up once a name. */
export function reviewersOf<T>(
  { bots, teamOf }: Pick<ReportContext, "bots" | "teamOf">,
  begin: (user: string, team: string | null) => T,
): Reviewers<T> {
  const known = new Map<string, T | null>();
  return {
    of: (person) => {
      const user = nameOf(person);
      if (user === null) return null;
      let found = known.get(user);
      if (found === undefined) {
        found = bots.has(person) ? null : begin(user, teamOf(person));
        known.set(user, found);
      }
      return found;
    },
    all: () => [...known.values()].filter((found) => found !== null),
  };
}
