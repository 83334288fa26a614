import type { EventBody } from "./events.js";
import type { Masker } from "./services.js";

/** Words of the event's own, which a secret that happens to be one of them must not change. */
const OWN = new Set([
  "type",
  "result",
  "stage",
  "phase",
  "version",
  "stream",
  "level",
  "code",
  "signal",
  "kind",
  "if",
  "hit",
]);

/** The event with secrets masked wherever a text of the user's stands: names, argv, folders, messages. */
export function maskEvent(event: EventBody, masker: Masker): EventBody {
  // Output is masked where it is cut into lines.
  if (masker.longest === 0 || event.type === "output") return event;
  return masked(event, masker) as EventBody;
}

function masked(value: unknown, masker: Masker): unknown {
  if (typeof value === "string") return masker.mask(value);
  if (Array.isArray(value)) return value.map((item) => masked(item, masker));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      OWN.has(key) && typeof item === "string" ? item : masked(item, masker),
    ]),
  );
}
