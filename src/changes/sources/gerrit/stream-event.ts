import type { Change, ChangeEvent, ChangePart, ChangeStatus, Person } from "../../model.js";
import { Fields } from "../fields.js";
import { summary } from "../news.js";
import { accountAt } from "./person.js";
import { changeOfRecord } from "./record-change.js";

/** The kinds that are told: what they are, whose doing it is, and how the change stands then. */
const KINDS: Readonly<
  Record<string, { readonly kind: ChangeEvent["kind"]; readonly by: string; readonly status: ChangeStatus }>
> = {
  "patchset-created": { kind: "updated", by: "uploader", status: "open" },
  "draft-published": { kind: "updated", by: "uploader", status: "open" },
  "comment-added": { kind: "comment", by: "author", status: "open" },
  "change-merged": { kind: "merged", by: "submitter", status: "merged" },
  "change-abandoned": { kind: "closed", by: "abandoner", status: "closed" },
  "change-restored": { kind: "reopened", by: "restorer", status: "open" },
};

/** An event of `gerrit stream-events`; null for those of other kinds. `now`: where it does not tell its time. */
export function eventOf(fields: Fields, now: number): ChangeEvent | null {
  const known = KINDS[fields.text("type") ?? ""];
  const raw = fields.object("change");
  if (known === undefined || raw === null) return null;
  const patchSet = fields.object("patchSet") ?? fields.object("patchset");
  const at = fields.seconds("eventCreatedOn") ?? patchSet?.seconds("createdOn") ?? now;
  const by = accountAt(fields, known.by);
  const change = changeIn(fields, at, known.status);
  const number = patchSet?.number("number") ?? null;
  if (known.kind === "comment") return commentAdded(fields, { at, change, by, number });
  const kind = known.kind === "updated" && number === 1 ? "opened" : known.kind;
  return { at, kind, change, by, text: textOf(kind, fields, change) };
}

const PARTS: ReadonlySet<ChangePart> = new Set(["votes", "files", "reviewers"]);

/** Events have the change in short, and only the patch set that they are about. */
function changeIn(fields: Fields, at: number, status: ChangeStatus): Change {
  const patchSet = (fields.raw("patchSet") ?? fields.raw("patchset")) as object | undefined;
  const record = Fields.of({
    createdOn: at / 1000,
    lastUpdated: at / 1000,
    ...(fields.raw("change") as object),
    ...(patchSet === undefined ? {} : { patchSets: [{ ...patchSet, approvals: fields.raw("approvals") }] }),
  }) as Fields;
  const change = changeOfRecord(record, PARTS);
  return fields.object("change")?.has("status") ? change : { ...change, status };
}

interface Added {
  readonly at: number;
  readonly change: Change;
  readonly by: Person | null;
  readonly number: number | null;
}

/** Gerrit lists all the votes of the reviewer; those that this comment changed have their old value beside them. */
function commentAdded(fields: Fields, { at, change, by, number }: Added): ChangeEvent {
  const approvals = fields.list("approvals");
  const tellsOld = approvals.some((approval) => approval.has("oldValue"));
  const votes = approvals
    .filter((approval) => approval.number("value") !== 0 && (!tellsOld || approval.has("oldValue")))
    .map((approval) => `${approval.text("type") ?? ""}${signed(approval.number("value") ?? 0)}`);
  const said = summary((fields.text("comment") ?? "").replace(/^patch set \d+:.*/i, ""));
  const on = number === null ? "" : ` on version ${number}`;
  if (votes.length === 0) return { at, kind: "comment", change, by, text: said };
  return { at, kind: "vote", change, by, text: `${votes.join(" ")}${on}${said === "" ? "" : `: ${said}`}` };
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value);
}

function textOf(kind: ChangeEvent["kind"], fields: Fields, change: Change): string {
  const version = change.versions.at(-1);
  if (kind === "updated" && version !== undefined) {
    return `version ${version.number}${version.sha === null ? "" : ` (${version.sha.slice(0, 7)})`}`;
  }
  return summary(fields.text("reason") ?? change.subject);
}
