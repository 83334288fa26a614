import type { Value, Values } from "../model.js";
import { ARMOUR } from "../schema/value.js";
import { findVariables } from "../variables.js";
import { member, type Node, textOf } from "../yaml/node.js";
import { offsetWithin } from "../yaml/offsets.js";
import { checkVariables, type Reading, refuse } from "./context.js";

/** Reads a text that may name variables, such as a working directory. */
export function readText(node: Node | undefined, reading: Reading): string | undefined {
  const text = textOf(node);
  if (text === undefined || node?.kind !== "scalar") return undefined;
  checkVariables(findVariables(text), (index) => offsetWithin(reading.text, node, index), reading);
  return text;
}

/** Reads a mapping of environment variables. */
export function readEnvironment(node: Node | undefined, reading: Reading): Values {
  if (node?.kind !== "map") return {};
  const values: [string, Value][] = [];
  for (const { key, value } of node.entries.values()) {
    if (value.kind === "list") refuse("A list of values, which makes a matrix,", value.offset, reading);
    const read = readText(value, reading) ?? readReference(value);
    if (read !== undefined) values.push([key, read]);
  }
  return Object.fromEntries(values);
}

/** Reads a password. One that stands there as it is, neither encrypted nor taken from a variable, gets a warning. */
export function readPassword(node: Node | undefined, reading: Reading): Value | undefined {
  const text = textOf(node);
  if (text === undefined || !node) return readReference(node);
  if (ARMOUR.test(text)) return { encrypted: unfold(text) };
  const message =
    "This password can be read by everyone who can read the spec. Use `{ env: NAME }` or `forgexec encrypt`.";
  reading.report({ offset: node.offset, severity: "warning", code: "plain-password", message });
  return text;
}

function readReference(node: Node | undefined): Value | undefined {
  const env = textOf(member(node, "env"));
  if (env !== undefined) return { env };
  const encrypted = textOf(member(node, "encrypted"));
  return encrypted === undefined ? undefined : { encrypted: unfold(encrypted) };
}

/** Undoes what YAML's line folding did to an armoured file: base64 has no spaces, so each was the end of a line. */
function unfold(armoured: string): string {
  const [, begin, body = "", end] = /^\s*(-+BEGIN [^-]+-+)([\s\S]*?)(-+END [^-]+-+)\s*$/.exec(armoured) ?? [];
  return begin && end ? [begin, ...body.trim().split(/\s+/), end, ""].join("\n") : armoured;
}
