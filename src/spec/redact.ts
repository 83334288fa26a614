/** A key and what stands behind it; quantifiers are bounded, since the text may be anything. */
const KEY = /(?<![\w.-])(["']?)([\w.-]{1,64})\1\s{0,64}:(?=\s|$)/g;
const SECRET_KEY = /^(?:pass?wor?d|passwd|passphrase|pwd|secret|token|encrypted)$|(?:password|secret|token)$/i;
const PROPERTIES = /^(?:\s*[&!]\S*)*\s*/;
const VALUE = /^(?:"(?:[^"\\]|\\.)*"?|'[^']*'?|\[[^\]]*\]?|[^\s{[&*|>"'][^,}]*)/;
const EXPLICIT_KEY = /^\s*\?\s*(["']?)([\w.-]{1,64})\1\s*$/;
const EXPLICIT_VALUE = /^(\s*:\s+)(\S.*)$/;
/** How far up a value's key is looked for, in lines. */
const FURTHEST = 500;

/**
 * One line of a spec's text, counted from 1, as it may be shown: values of keys that are called like a secret are starred,
 * also on the lines below the key, and so are user names and passwords in URLs.
 */
export function redactedLine(text: string, line: number): string {
  // Findings come by line, and a spec may be a single line of a megabyte with a hundred of them.
  if (last?.text !== text || last.line !== line) last = { text, line, redacted: redact(text, line) };
  return last.redacted;
}

let last: { readonly text: string; readonly line: number; readonly redacted: string } | undefined;

function redact(text: string, line: number): string {
  const lines = text.replace(/^\ufeff/, "").split("\n");
  const source = (lines[line - 1] ?? "").replace(/\r$/, "");
  const continued = isContinuation(lines, line - 1) ? source.replace(/\S.*$/, starred) : source;
  return withoutCredentials(starValues(continued));
}

/** The text with what names a user in its URLs starred. */
export function withoutCredentials(text: string): string {
  return text.replace(/(?<=:\/\/)[^/\s"']{1,4096}@/g, (user) => `${stars(user.length - 1)}@`);
}

function starValues(source: string): string {
  let result = "";
  let from = 0;
  for (const found of source.matchAll(KEY)) {
    if (found.index < from || !SECRET_KEY.test(found[2] ?? "")) continue;
    const begin = found.index + found[0].length;
    const value = begin + (PROPERTIES.exec(source.slice(begin))?.[0].length ?? 0);
    const length = VALUE.exec(source.slice(value))?.[0].length ?? 0;
    result += source.slice(from, value) + stars(length);
    from = value + length;
  }
  return result + source.slice(from);
}

/** Whether the line is within the value of a secret's key that stands above it; a mapping there has keys of its own. */
function isContinuation(lines: readonly string[], at: number): boolean {
  const own = lines[at] ?? "";
  const explicit = EXPLICIT_VALUE.exec(own);
  if (explicit !== null) return SECRET_KEY.test(EXPLICIT_KEY.exec(lines[at - 1] ?? "")?.[2] ?? "");
  let indent = indentOf(own);
  for (let above = at - 1; above >= Math.max(0, at - FURTHEST) && indent > 0; above--) {
    const line = lines[above] ?? "";
    if (line.trim() === "" || indentOf(line) >= indent) continue;
    const keys = [...line.slice(0, 4096).matchAll(KEY)];
    const last = keys.at(-1)?.[2] ?? EXPLICIT_KEY.exec(line)?.[2];
    if (last !== undefined) return SECRET_KEY.test(last) && !isEntry(own);
    indent = indentOf(line);
  }
  return false;
}

function isEntry(line: string): boolean {
  return /^\s*(["']?)(?:env|encrypted)\1\s*:/.test(line);
}

function indentOf(line: string): number {
  return /^[ \t-]*/.exec(line)?.[0].length ?? 0;
}

function starred(text: string): string {
  return stars(text.length);
}

function stars(length: number): string {
  return "*".repeat(length);
}
