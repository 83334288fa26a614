// Control characters (C0, DEL, C1), line and paragraph separators, and those that turn the direction of text around.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** The text with every character that could act on a terminal shown as an escape, such as `\x1b`. Tabs and newlines too. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, escapeOf);
}

/** As `printable`, but lines stay lines: for messages of several. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

function escapeOf(char: string): string {
  const short: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const code = char.charCodeAt(0).toString(16);
  return short[char] ?? (code.length > 2 ? `\\u${code.padStart(4, "0")}` : `\\x${code.padStart(2, "0")}`);
}
