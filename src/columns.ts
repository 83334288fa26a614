import { eastAsianWidth } from "get-east-asian-width";

/** Text of one column a character, our own marks and lines among it: most texts, and no segmenter has to be loaded. */
const NARROW = /^[ -~¡-ʯ…›│━▶✔✖■○]*$/;

/** What joins the character before it, or does not show. */
const INVISIBLE = /^[\p{Mark}\p{Control}\p{Format}\p{Surrogate}\p{Default_Ignorable_Code_Point}]/u;
const EMOJI_STYLE = "\ufe0f";

let segmenter: Intl.Segmenter | undefined;

function graphemes(text: string): Iterable<{ readonly segment: string }> {
  segmenter ??= new Intl.Segmenter();
  return segmenter.segment(text);
}

/** Columns that a text without escape sequences takes in a terminal; wide characters (UAX #11) and emoji count two. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment);
  return width;
}

function graphemeWidth(grapheme: string): number {
  const first = grapheme.codePointAt(0);
  if (first === undefined || INVISIBLE.test(grapheme)) return 0;
  return grapheme.includes(EMOJI_STYLE) ? 2 : eastAsianWidth(first);
}

/** Columns of the widest text, or `least` where that is more. Takes any number of texts. */
export function widest(texts: Iterable<string>, least: number): number {
  let width = least;
  for (const text of texts) width = Math.max(width, widthOf(text));
  return width;
}

/** The text cut to so many columns, with an ellipsis where something was cut. Takes text without escape sequences. */
export function clip(text: string, width: number): string {
  // A grapheme can have any number of characters; so many is all that a column is worth.
  const start = text.slice(0, width * 16 + 16);
  if (start.length === text.length && widthOf(text) <= width) return text;
  if (width < 1) return "";
  if (NARROW.test(start)) return `${text.slice(0, width - 1)}…`;
  let used = 0;
  let kept = "";
  for (const { segment } of graphemes(start)) {
    used += graphemeWidth(segment);
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
