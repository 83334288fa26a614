import type { ChangeEvent } from "../model.js";
import { nameOf } from "../people.js";
import { timeText } from "./cells.js";
import { cleanLine } from "./clean.js";
import { jsonText } from "./json-text.js";
import type { Painter } from "./paint.js";

const KIND_WIDTH = "reopened".length;

/** What happened, as one line for a terminal. */
export function eventLine({ at, kind, change, by, text }: ChangeEvent, paint: Painter): string {
  const time = (timeText(at) ?? "").slice(0, 19).replace("T", " ");
  const who = nameOf(by);
  const told = `${who === null ? "" : `${paint.name(cleanLine(who))}: `}${cleanLine(text)}`;
  const kindText = kindPaint(kind, paint)(kind.padEnd(KIND_WIDTH));
  return `${paint.dim(time)}  ${kindText}  ${paint.place(cleanLine(change.url))}  ${cleanLine(change.subject)}  ${told}\n`;
}

function kindPaint(kind: ChangeEvent["kind"], paint: Painter): (text: string) => string {
  if (kind === "merged") return paint.good;
  if (kind === "closed") return paint.bad;
  return kind === "vote" ? paint.place : paint.name;
}

/** What happened, as one line of JSON. */
export function eventJson({ at, kind, change, by, text }: ChangeEvent): string {
  const { url, project, branch, subject, number } = change;
  const event = {
    time: timeText(at),
    kind,
    url,
    number,
    project,
    branch,
    subject,
    owner: nameOf(change.owner),
    by: nameOf(by),
    text,
  };
  return `${jsonText(event)}\n`;
}
