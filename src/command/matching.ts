/** A line's matches by every expression, in their order; none where one of them does not match, as virCommandRunRegex has it. */
export function matchLine(line: string, expressions: readonly RegExp[]): RegExpMatchArray[] {
  const matches: RegExpMatchArray[] = [];
  for (const expression of expressions) {
    expression.lastIndex = 0;
    const match = expression.exec(line);
    if (!match) return [];
    matches.push(match);
  }
  return matches;
}

/** Puts fields into rows of so many columns; the last row may be shorter. */
export function toRows(fields: readonly string[], columns: number): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < fields.length; at += columns) rows.push(fields.slice(at, at + columns));
  return rows;
}
