import { UsageError } from "../../../errors.js";
import { printable } from "../../../printable.js";
import { Fields } from "../fields.js";

/** What one `gerrit query` printed. */
export interface SshPage {
  readonly records: readonly Fields[];
  /** How to go on; null: that was all. */
  readonly next: { readonly start: number } | { readonly sortKey: string } | null;
}

/**
 * Reads the records of one query, which began after `start` changes. Since 2.9 Gerrit says in its statistics whether there are more; before,
 * each change had a key to go on from.
 * @throws UsageError `gerrit-refused` for an error record, `bad-changes` for what is no record
 */
export function readSshPage(lines: readonly string[], start: number): SshPage {
  const all = lines.filter((line) => line.trim() !== "").map(parsed);
  const failed = all.find((fields) => fields.text("type") === "error");
  if (failed !== undefined) {
    throw new UsageError(
      "gerrit-refused",
      `Gerrit refuses the query: ${printable(failed.text("message") ?? "it does not say why")}.`,
    );
  }
  const statistics = all.find((fields) => fields.text("type") === "stats");
  const records = all.filter((fields) => fields.has("number") && fields !== statistics);
  const sortKey = records.at(-1)?.text("sortKey") ?? null;
  if (statistics?.has("moreChanges")) {
    return { records, next: statistics.flag("moreChanges") ? { start: start + records.length } : null };
  }
  return { records, next: sortKey === null ? null : { sortKey } };
}

function parsed(line: string): Fields {
  try {
    const fields = Fields.of(JSON.parse(line));
    if (fields !== null) return fields;
  } catch {
    // Said below.
  }
  const shown = printable(line.slice(0, 80));
  throw new UsageError(
    "bad-changes",
    `Gerrit printed "${shown}" where a JSON record should be. Is that a Gerrit server?`,
  );
}
