/** What a code turns off or sets again: codes of one kind replace each other. */
function kindOf(code: number): string {
  if ((code >= 30 && code <= 39) || (code >= 90 && code <= 97)) return "foreground";
  if ((code >= 40 && code <= 49) || (code >= 100 && code <= 107)) return "background";
  if (code === 58 || code === 59) return "underline colour";
  if (code === 1 || code === 2 || code === 22) return "weight";
  if (code === 4 || code === 21 || code === 24) return "underline";
  if (code === 5 || code === 6 || code === 25) return "blink";
  return String(code > 20 && code < 30 ? code - 20 : code);
}

const ENDS = new Set([22, 23, 24, 25, 27, 28, 29, 39, 49, 59]);

/**
 * Colours and other graphic rendition in force (SGR, ECMA-48 8.3.117) after one more sequence with the given parameters,
 * such as `1;31` or `38;5;208`: as the sequence that sets all of it, empty where nothing is set.
 */
export function nextStyle(style: string, parameters: string): string {
  const codes = new Map<string, string>();
  if (style !== "") apply(codes, style.slice(2, -1));
  apply(codes, parameters);
  return codes.size === 0 ? "" : `\u001b[${[...codes.values()].join(";")}m`;
}

function apply(codes: Map<string, string>, parameters: string): void {
  const list = parameters.split(";");
  for (let at = 0; at < list.length; at++) {
    const code = Number.parseInt(list[at] || "0", 10);
    const length = code === 38 || code === 48 || code === 58 ? extended(list, at) : 1;
    if (code === 0) codes.clear();
    else if (ENDS.has(code)) codes.delete(kindOf(code));
    else if (code < 108) codes.set(kindOf(code), list.slice(at, at + length).join(";"));
    at += length - 1;
  }
}

/** How many parameters an extended colour takes: `38;5;N`, `38;2;R;G;B`, or one with colons. */
function extended(codes: readonly string[], at: number): number {
  if (codes[at]?.includes(":")) return 1;
  return codes[at + 1] === "2" ? 5 : 3;
}
