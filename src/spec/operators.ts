import type { Word } from "./words.js";

/** A shell operator in a command that no shell runs. */
export interface OperatorUse {
  readonly operator: string;
  /** Offset in the command. */
  readonly offset: number;
}

const WHOLE_WORD = /^(?:\|\|?|\|&|&&?|;;?|\d*(?:>>?|>\||<{1,3}|<>)|&>>?|\d*[<>]&(?:\d+|-))$/;

/**
 * The shell operators of a command: those that stand as a word of their own, and `$(`, backquotes and `*` anywhere.
 * What is quoted is no operator, as it would be none to a shell.
 */
export function findOperators(words: readonly Word[]): readonly OperatorUse[] {
  return words.flatMap(({ text, start, offsets, quoting }) => {
    const unquoted = quoting.every((kind) => kind === "none");
    if (unquoted && WHOLE_WORD.test(text)) return [{ operator: text, offset: start }];
    for (let index = 0; index < text.length; index++) {
      const operator = operatorAt(text, index);
      const kind = quoting[index];
      const live = kind === "none" || (kind === "double" && operator !== "*");
      if (operator && live) return [{ operator, offset: offsets[index] ?? start }];
    }
    return [];
  });
}

function operatorAt(text: string, index: number): string | undefined {
  const char = text.charAt(index);
  if (char === "`" || char === "*") return char;
  return char === "$" && text.charAt(index + 1) === "(" ? "$(" : undefined;
}
