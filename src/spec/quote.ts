const UNSAFE = /[^\w@%+=:,./-]/;

/** The word as a POSIX shell reads it back, quoted only if need be: Python's `shlex.quote`. */
export function quoteWord(word: string): string {
  if (word === "") return "''";
  return UNSAFE.test(word) ? `'${word.replaceAll("'", `'"'"'`)}'` : word;
}

/** The words as one command line that `splitWords` and a POSIX shell split into the same words: Python's `shlex.join`. */
export function quoteWords(words: readonly string[]): string {
  return words.map(quoteWord).join(" ");
}
