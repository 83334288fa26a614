import { mkdtempSync, realpathSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "@jest/globals";
import type { Change, ChangeQuery } from "../../../src/changes/model.js";
import { openSource, type SourceOptions } from "../../../src/changes/sources/index.js";

const made: string[] = [];

/** A folder of the test's own; removed when the test file is done. */
export function newFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "forgexec-changes-"));
  made.push(folder);
  return folder;
}

afterAll(async () => {
  await Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

export function queryOf(changed: Partial<ChangeQuery> = {}): ChangeQuery {
  return { statuses: ["open"], projects: [], with: new Set(["votes"]), ...changed };
}

/** What every kind of source needs, with no cache and no waiting. */
export function common(notes: string[] = []) {
  return {
    cache: { directory: newFolder(), mode: "off" as "off" | "use" | "refresh" },
    environment: {} as Record<string, string>,
    now: Date.now,
    wait: async () => {},
    note: (line: string) => void notes.push(line),
  };
}

/** All that a source gives to a query. */
export async function changesOf(
  options: SourceOptions,
  query: Partial<ChangeQuery> = {},
  signal = new AbortController().signal,
): Promise<Change[]> {
  const source = await openSource(options);
  const changes: Change[] = [];
  for await (const change of source.changes(queryOf(query), signal)) changes.push(change);
  return changes;
}
