import stringWidth from "string-width";

const segmenter = new Intl.Segmenter();

/** Columns that a text takes in a terminal; wide characters count two. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** The text cut to so many columns, with an ellipsis where something was cut. Takes text without escape sequences. */
export function clip(text: string, width: number): string {
  // A grapheme can have any number of characters; so many is all that a column is worth.
  const start = text.slice(0, width * 16 + 16);
  if (start.length === text.length && widthOf(text) <= width) return text;
  if (width < 1) return "";
  if (/^[ -~]*$/.test(start)) return `${text.slice(0, width - 1)}…`;
  let used = 0;
  let kept = "";
  for (const { segment } of segmenter.segment(start)) {
    used += widthOf(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** The text with spaces after it up to so many columns. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** The text with spaces before it up to so many columns. */
export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}
