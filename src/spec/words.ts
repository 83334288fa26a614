/** One word of a command, with where each of its characters came from. */
export interface Word {
  readonly text: string;
  /** Offset of the word's first character (a quote, if it begins with one) in the command. */
  readonly start: number;
  /** For each UTF-16 unit of `text`, its offset in the command. */
  readonly offsets: readonly number[];
  /** For each UTF-16 unit of `text`, how it was quoted. */
  readonly quoting: readonly Quoting[];
}

export type Quoting = "none" | "single" | "double" | "escaped";

/** Why a command cannot be split; `offset` is that of the quote or backslash that has no end. */
export interface WordsProblem {
  readonly problem: "No closing quotation" | "No escaped character";
  readonly offset: number;
}

const WHITESPACE = new Set([" ", "\t", "\r", "\n"]);

/**
 * Splits a command into words by the rules of Python's `shlex.split(text)` (POSIX, comments off), and tells where each
 * character came from. A backslash outside quotes takes the next character as it is, a newline too; in double quotes it
 * does so before `"` and `\` only; in single quotes nothing is special.
 */
export function scanWords(text: string): { readonly words: readonly Word[] } | WordsProblem {
  const words: Word[] = [];
  let word: { text: string[]; start: number; offsets: number[]; quoting: Quoting[] } | undefined;
  const open = (offset: number) => {
    word ??= { text: [], start: offset, offsets: [], quoting: [] };
    return word;
  };
  const add = (offset: number, quoting: Quoting) => {
    const target = open(offset);
    target.text.push(text.charAt(offset));
    target.offsets.push(offset);
    target.quoting.push(quoting);
  };
  const close = () => {
    if (word) words.push({ ...word, text: word.text.join("") });
    word = undefined;
  };

  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if (WHITESPACE.has(char)) {
      close();
    } else if (char === "\\") {
      if (index + 1 >= text.length) return { problem: "No escaped character", offset: index };
      open(index);
      add(++index, "escaped");
    } else if (char === "'") {
      const end = text.indexOf("'", index + 1);
      if (end < 0) return { problem: "No closing quotation", offset: index };
      open(index);
      for (let inner = index + 1; inner < end; inner++) add(inner, "single");
      index = end;
    } else if (char === '"') {
      const start = index;
      open(index);
      for (index++; text.charAt(index) !== '"'; index++) {
        if (index >= text.length) return { problem: "No closing quotation", offset: start };
        if (text.charAt(index) !== "\\") {
          add(index, "double");
        } else if (index + 1 >= text.length) {
          return { problem: "No escaped character", offset: index };
        } else if (text.charAt(index + 1) === '"' || text.charAt(index + 1) === "\\") {
          add(++index, "escaped");
        } else {
          add(index, "double");
          add(++index, "double");
        }
      }
    } else {
      add(index, "none");
    }
  }
  close();
  return { words };
}

/** Splits a command exactly as Python's `shlex.split(text)` does: the words, or why there are none and where. */
export function splitWords(text: string): { readonly words: readonly string[] } | WordsProblem {
  const scanned = scanWords(text);
  return "problem" in scanned ? scanned : { words: scanned.words.map((word) => word.text) };
}
