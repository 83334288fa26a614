import picomatch from "picomatch";
import { UsageError } from "../../errors.js";

/** Whether a text is meant. */
export type Test = (text: string) => boolean;

/**
 * A name as it is, or a regular expression where it begins with `^`, as Gerrit's search has it.
 * @throws UsageError for a bad expression
 */
export function namePattern(option: string, text: string): Test {
  if (!text.startsWith("^")) return (name) => name === text;
  const expression = compile(option, text);
  return (name) => expression.test(name);
}

/**
 * A path: a regular expression that is looked for anywhere in it, or a glob where it begins with `*` or has `**`.
 * @throws UsageError for a bad expression
 */
export function pathPattern(option: string, text: string): Test {
  if (text.startsWith("*") || text.includes("**")) return picomatch(text, { dot: true, matchBase: true });
  const expression = compile(option, text);
  return (path) => expression.test(path);
}

function compile(option: string, text: string): RegExp {
  try {
    return new RegExp(text);
  } catch (cause) {
    const why = (cause as Error).message.replace(/^Invalid regular expression: /, "");
    throw new UsageError("bad-pattern", `${option}: "${text}" is no regular expression: ${why}.`, { cause });
  }
}
