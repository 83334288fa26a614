import type { Change, ChangeQuery } from "../model.js";
import { Fields } from "./fields.js";
import { changeOfRecord, headingOfRecord } from "./gerrit/record-change.js";
import { changeOfRest } from "./gerrit/rest-change.js";
import { changeOf } from "./github/change.js";
import { recordedPull } from "./github/recorded-pull.js";
import { isWanted } from "./wanted.js";

/**
 * The change in one line of recorded data; null for one that is not asked for, and for a line that is none: an empty one, Gerrit's statistics,
 * the prefix of its REST API. Each line may be of another system. @throws Error that says what is wrong with the line
 */
export function changeOfLine(line: string, query: ChangeQuery): Change | null {
  const text = line.trim();
  if (text === "" || text === ")]}'") return null;
  const fields = Fields.of(parsed(text));
  if (fields === null) throw new Error("not a JSON object");
  if (fields.has("_number")) return wanted(changeOfRest({ fields, lineComments: null, site: "" }), query);
  if (isPull(fields)) return wanted(changeOf(recordedPull(fields)), query);
  if (isRecord(fields)) return isWanted(headingOfRecord(fields), query) ? changeOfRecord(fields, query.with) : null;
  if (fields.text("type") === "stats") return null;
  if (fields.text("type") === "error") throw new Error(`Gerrit said: ${fields.text("message") ?? "an error"}`);
  throw new Error("neither a pull request of GitHub nor a change of Gerrit");
}

function wanted(change: Change, query: ChangeQuery): Change | null {
  return isWanted(change, query) ? change : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`not JSON: ${(error as Error).message}`);
  }
}

function isPull(fields: Fields): boolean {
  return fields.has("number") && ["html_url", "head", "base", "created_at", "user"].some((name) => fields.has(name));
}

function isRecord(fields: Fields): boolean {
  return (
    fields.has("number") && ["project", "patchSets", "owner", "createdOn", "subject"].some((name) => fields.has(name))
  );
}
