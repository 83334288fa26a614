import { UsageError } from "../../../errors.js";
import { printable } from "../../../printable.js";
import type { ChangeQuery, ChangeStatus } from "../../model.js";

const DAY_MS = 24 * 3_600_000;
const STATUSES: Readonly<Record<ChangeStatus, string>> = {
  open: "status:open",
  merged: "status:merged",
  closed: "status:abandoned",
};

/**
 * A query in Gerrit's own search language, as terms that must all hold; the first one never begins with `-`. The age is in whole days, so that the same report asks the same within a day.
 * @throws UsageError `bad-project` for a name that would be something else in a query
 */
export function gerritQuery(query: ChangeQuery, projects: readonly string[], now: number): string[] {
  const { number, updatedSince, statuses } = query;
  if (number !== undefined) return [`change:${Math.trunc(number)}`];
  const terms = [
    anyOf(projects.map((project) => `project:${projectTerm(project)}`)),
    anyOf(statuses.map((status) => STATUSES[status])),
    updatedSince === undefined ? "" : `-age:${Math.max(1, Math.ceil((now - updatedSince) / DAY_MS))}d`,
  ];
  return terms.filter((term) => term !== "");
}

function anyOf(terms: readonly string[]): string {
  return terms.length > 1 ? `(${terms.join(" OR ")})` : (terms[0] ?? "");
}

/** A name, or `^` and a regular expression. In quotes where it has anything that the language could take for its own. */
function projectTerm(project: string): string {
  const isPattern = project.startsWith("^");
  if (project === "" || /["\p{Cc}]/u.test(project) || (!isPattern && project.includes("\\"))) {
    throw new UsageError("bad-project", `"${printable(project)}" can't be the name of a project on Gerrit.`);
  }
  return /^[A-Za-z0-9][A-Za-z0-9._/+-]*$/.test(project) ? project : `"${project}"`;
}
