import { parseDuration, parseTimeout } from "../spec/index.js";

/** Turns an input's text, trimmed, into its value; throws an Error whose message ends the sentence `input "x": …`. */
export type Parser<T> = (text: string) => T;

/** Any text; empty: null. */
export const text: Parser<string | null> = (given) => (given === "" ? null : given);

/** Names separated by commas, blanks or newlines. */
export const names: Parser<readonly string[]> = (given) => given.split(/[\s,]+/).filter((name) => name !== "");

/** A boolean as YAML 1.2's core schema writes it. */
export const flag: Parser<"on" | "off"> = (given) => {
  if (["true", "True", "TRUE"].includes(given)) return "on";
  if (["false", "False", "FALSE"].includes(given)) return "off";
  throw new Error(`"${given}" is neither true nor false`);
};

/** A time-out as the spec writes it; empty: null. */
export const duration: Parser<string | null> = (given) => {
  if (given !== "" && parseTimeout(given) === undefined) {
    throw new Error(`"${given}" is no duration; write one such as 90s, 10m or 1h30m`);
  }
  return text(given);
};

/** How long something counts as fresh, as the spec writes durations; 0: for ever. */
export const age: Parser<string> = (given) => {
  if (parseDuration(given) !== undefined) return given;
  throw new Error(`"${given}" is no duration; write one such as 12h, 3d or 0`);
};

/** The beginning of the cache's keys; empty: null. A key is bounded and has no commas. */
export const prefix: Parser<string | null> = (given) => {
  if (/^[\w.-]{0,100}$/.test(given)) return text(given);
  throw new Error(`"${given}" is no prefix; it has at most 100 letters, digits, dots, dashes and underscores`);
};

/** One of some words. */
export function oneOf<const T extends string>(...words: readonly T[]): Parser<T> {
  return (given) => {
    const found = words.find((word) => word === given);
    if (found === undefined) throw new Error(`"${given}" is none of ${words.join(", ")}`);
    return found;
  };
}

/** Empty: null. */
export function optional<T>(parse: Parser<T>): Parser<T | null> {
  return (given) => (given === "" ? null : parse(given));
}

/** A value that a later release will take: whatever is not among those that this one can honour is refused. */
export function only<T extends string>(accepted: readonly T[], parse: Parser<T | null>): Parser<T | null> {
  return (given) => {
    const value = parse(given);
    if (value !== null && !accepted.includes(value)) {
      const leave = accepted.length > 0 ? `only ${accepted.join(" or ")} is taken` : "leave it out";
      throw new Error(`"${value}" needs a later release of forgexec; in this one ${leave}`);
    }
    return value;
  };
}
