import { closest } from "../../closest.js";
import type { Position } from "../model.js";
import type { Report } from "../problem.js";
import { isVariable, VARIABLES, type VariableUse } from "../variables.js";
import type { Node } from "../yaml/node.js";

/** What the readers share. They take any tree: what is of a wrong type was reported by the schema and is passed over. */
export interface Reading {
  readonly text: string;
  readonly report: Report;
  readonly positionOf: (offset: number) => Position;
}

const PREFIX = "forge-";

/** Findings of one kind in one text: finding a place takes a while, and more than this are never shown. */
export const MOST_FINDINGS = 100;

/** Reports keys of the format that this version cannot serve yet. */
export function refuseKeys(node: Node | undefined, keys: readonly string[], reading: Reading): void {
  if (node?.kind !== "map") return;
  for (const key of keys) {
    const entry = node.entries.get(key);
    if (entry) refuse(`\`${key}\``, entry.offset, reading);
  }
}

export function refuse(what: string, offset: number, reading: Reading): void {
  const message = `${what} is not supported by this version of forgexec yet.`;
  reading.report({ offset, severity: "error", code: "not-supported-yet", message });
}

/** Reports those uses of `{forge-…}` whose name is none; `offsetOf` gives a use's place in the spec's text. */
export function checkVariables(
  uses: readonly VariableUse[],
  offsetOf: (offset: number) => number,
  reading: Reading,
): void {
  const unknown = uses.filter(({ name }) => !isVariable(name)).slice(0, MOST_FINDINGS);
  for (const { name, offset } of unknown) {
    const near = closest(
      name.slice(PREFIX.length),
      VARIABLES.map((known) => known.slice(PREFIX.length)),
    );
    const message = `There is no variable \`{${name}}\`. Known are ${VARIABLES.map((known) => `{${known}}`).join(", ")}.`;
    const suggestion = near ? { suggestion: `{${PREFIX}${near}}` } : {};
    reading.report({ offset: offsetOf(offset), severity: "error", code: "unknown-variable", message, ...suggestion });
  }
}
