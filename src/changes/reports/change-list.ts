import type { Change, ChangeStatus } from "../model.js";
import { CHANGE_COLUMNS, changeRow } from "./change-columns.js";
import type { Collector, Report, ReportContext } from "./report.js";
import type { Row } from "./table.js";

interface ListDefinition {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly statuses: readonly ChangeStatus[];
  readonly user: Report["user"];
  /** Makes the test that a change must pass. */
  readonly accept: (options: ReportContext) => (change: Change) => boolean;
}

/** A report that is a list of the changes that pass a test, the oldest first. */
export function changeList(definition: ListDefinition): Report {
  const { name, title, summary, statuses, user, accept } = definition;
  return {
    name,
    summary,
    statuses,
    live: ["open"],
    user,
    with: new Set(["votes"]),
    period: () => null,
    begin: (options) => collector(title, accept(options)),
  };
}

function collector(title: string, accepted: (change: Change) => boolean): Collector {
  const rows: { readonly created: number; readonly number: number; readonly row: Row }[] = [];
  return {
    add: (change) => {
      if (accepted(change)) rows.push({ created: change.created, number: change.number, row: changeRow(change) });
    },
    end: () => {
      rows.sort((a, b) => a.created - b.created || a.number - b.number);
      const table = { title, columns: CHANGE_COLUMNS, rows: rows.map(({ row }) => row), omitted: 0 };
      return { table, view: { kind: "table" } };
    },
  };
}
