import { widthOf } from "../../columns.js";

/** Lines of at most so many columns of a terminal, broken between words, and within a word that is wider. */
export function wrap(text: string, width: number): readonly string[] {
  return text.split("\n").flatMap((line) => wrapLine(line.replaceAll("\t", "    "), Math.max(2, width)));
}

function wrapLine(line: string, width: number): readonly string[] {
  if (widthOf(line) <= width) return [line];
  const wrapped: string[] = [];
  let current = "";
  for (const word of line.split(/ +/).flatMap((each) => pieces(each, width))) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (widthOf(longer) <= width) {
      current = longer;
      continue;
    }
    if (current !== "") wrapped.push(current);
    current = word;
  }
  return current === "" ? wrapped : [...wrapped, current];
}

function pieces(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const found: string[] = [];
  let piece = "";
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    const more = widthOf(segment);
    if (used + more > width) {
      found.push(piece);
      piece = "";
      used = 0;
    }
    piece += segment;
    used += more;
  }
  return [...found, piece];
}
