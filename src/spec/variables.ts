import { type ShellPlace, shellPlaces } from "./shell-contexts.js";
import { quoteAt } from "./shell-quote.js";

/** Every variable that a command, a working directory or an environment value may name as `{forge-…}`. */
export const VARIABLES = [
  "forge-commit-count",
  "forge-pull-request",
  "forge-owner",
  "forge-repo",
  "forge-sha",
  "forge-action",
  "forge-run-id",
] as const;

export type VariableName = (typeof VARIABLES)[number];

/** A `{forge-…}` in a text: its name (whether known or not) and the offset of its brace. */
export interface VariableUse {
  readonly name: string;
  readonly offset: number;
}

// The first branch is the literal brace; what follows it is then no variable any more.
const VARIABLE = /\{\{(?=forge-)|\{(forge-[\w.-]*)\}/g;

export function isVariable(name: string): name is VariableName {
  return (VARIABLES as readonly string[]).includes(name);
}

/** Every `{forge-…}` of a text in order, unknown names too. `{{forge-` is a literal brace, all other braces are text. */
export function findVariables(text: string): readonly VariableUse[] {
  return [...text.matchAll(VARIABLE)].flatMap(({ 1: name, index }) =>
    name === undefined ? [] : [{ name, offset: index }],
  );
}

/**
 * Puts values in the place of `{forge-…}`, and `{forge-` in that of `{{forge-`. Values are not scanned again. A name
 * without a value in `values` stays as it is written.
 */
export function substitute(text: string, values: Readonly<Record<string, string>>): string {
  return replaceVariables(text, values, (value) => value);
}

/** As `substitute`, in a script for a shell: each value is quoted as its place needs it, within quotes too. */
export function substituteInScript(script: string, values: Readonly<Record<string, string>>): string {
  const uses = findVariables(script);
  if (uses.length === 0) return substitute(script, values);
  const offsets = uses.map(({ offset }) => offset);
  const places = new Map(shellPlaces(script, offsets).map((place, index) => [offsets[index], place]));
  return replaceVariables(script, values, (value, offset) => quoteAt(value, places.get(offset) ?? PLAIN));
}

const PLAIN: ShellPlace = { context: "plain", backquotes: 0 };

function replaceVariables(
  text: string,
  values: Readonly<Record<string, string>>,
  show: (value: string, offset: number) => string,
): string {
  return text.replace(VARIABLE, (whole: string, name: string | undefined, offset: number) => {
    if (name === undefined) return "{";
    return Object.hasOwn(values, name) ? show(values[name] ?? "", offset) : whole;
  });
}
