import { UsageError } from "../errors.js";
import { compileFilter, type FilterOptions } from "./filters/filter.js";
import type { ChangeQuery, ChangeSource } from "./model.js";
import { type Arrangement, arrange } from "./reports/arrange.js";
import type { Report, ReportContext } from "./reports/report.js";
import type { Outcome } from "./reports/table.js";

/** How many of the changes that wait longest are shown where nobody says. */
const LONGEST_SHOWN = 5;

export interface ReportRequest {
  readonly report: Report;
  readonly options: ReportContext;
  readonly filter: FilterOptions;
  readonly arrangement: Arrangement;
  /** The one change that `comments` is about; null: every change that the filter lets through. */
  readonly number: number | null;
}

export interface ReportResult {
  readonly outcome: Outcome;
  /** Rows, those that the limit left out among them. */
  readonly count: number;
}

/**
 * Fetches what a report needs, no more, and makes it. Of the changes only what the report keeps stays in memory.
 * @throws UsageError for a missing user, a bad filter, sort or field, before anything is fetched; and whatever the source throws
 */
export async function runReport(
  source: ChangeSource,
  request: ReportRequest,
  signal: AbortSignal,
): Promise<ReportResult> {
  const { report, options, arrangement, number } = request;
  if (report.user === "needed" && options.user === null) {
    throw new UsageError(
      "no-user",
      `${report.name} needs to know whose list it is: give --user LOGIN, or \`user: LOGIN\` in ~/.config/forgexec/changes.yml or .forge-changes.yml.`,
    );
  }
  const accepted = compileFilter(request.filter);
  // Bad columns are told before a minute of fetching.
  arrange(report.begin(options).end().table, arrangement);
  const collector = report.begin(options);
  for await (const change of source.changes(queryFor(source, request), signal)) {
    if ((number === null || change.number === number) && accepted(change)) collector.add(change);
  }
  const outcome = collector.end();
  return { outcome: arranged(outcome, arrangement), count: outcome.table.rows.length };
}

/** Facts are one row; what a limit is for are the tables after them. */
function arranged(outcome: Outcome, arrangement: Arrangement): Outcome {
  const { table, view } = outcome;
  if (view.kind !== "facts") return { table: arrange(table, arrangement), view };
  const limit = arrangement.limit ?? LONGEST_SHOWN;
  return {
    table: arrange(table, { ...arrangement, limit: null }),
    view: { ...view, tables: view.tables.map((each) => arrange(each, { sort: null, fields: [], limit })) },
  };
}

function queryFor(source: ChangeSource, { report, options, filter, number }: ReportRequest): ChangeQuery {
  const { statuses, projects, files, approvals, reviewers } = filter;
  const period = report.period(options);
  const unasked = source.kind === "recorded" || number !== null ? report.statuses : report.live;
  const wanted = new Set(report.with);
  if (files.length > 0) wanted.add("files");
  if (approvals.length > 0) wanted.add("votes");
  // The list of reviewers knows who was asked, the votes who did.
  if (reviewers.length > 0) wanted.add("reviewers").add("reviews");
  return {
    statuses: statuses.length === 0 ? unasked : report.statuses.filter((status) => statuses.includes(status)),
    projects: projects.some(isPattern) ? [] : projects,
    // Recorded data is whole already, and may have been put together with times that do not go together.
    ...(period === null || source.kind === "recorded" ? {} : { updatedSince: options.now - period }),
    ...(number === null ? {} : { number }),
    with: wanted,
  };
}

function isPattern(project: string): boolean {
  return project.startsWith("^");
}

/** A change as `12`, `#12` or `owner/name#12`. */
export interface ChangeReference {
  readonly number: number;
  readonly project: string | null;
}

/** @throws UsageError for what is no change's number */
export function parseChange(text: string): ChangeReference {
  const [, project, digits] = /^(?:(.{1,300})?#)?(\d{1,15})$/.exec(text.trim()) ?? [];
  if (digits !== undefined) return { number: Number(digits), project: project ?? null };
  throw new UsageError("bad-change", `"${text}" is no change: give its number, such as 42 or owner/name#42.`);
}

/** @throws UsageError for a change that is not there */
export function requireChange(outcome: Outcome, change: string): void {
  const found: readonly unknown[] | null = outcome.view.kind === "threads" ? outcome.view.threads : null;
  if (found?.length === 0) throw new UsageError("no-change", `There is no change ${change} among those asked for.`);
}
