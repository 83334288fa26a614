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

/** Colours and other graphic rendition in force (SGR, ECMA-48 8.3.117), as a terminal would hold them. */
export class Style {
  readonly #codes = new Map<string, string>();

  /** Takes the parameters of one SGR sequence, such as `1;31` or `38;5;208`. */
  apply(parameters: string): void {
    const codes = parameters.split(";");
    for (let at = 0; at < codes.length; at++) {
      const code = Number.parseInt(codes[at] || "0", 10);
      const length = code === 38 || code === 48 || code === 58 ? extended(codes, at) : 1;
      this.#set(code, codes.slice(at, at + length).join(";"));
      at += length - 1;
    }
  }

  /** The sequence that sets all of it again; empty where nothing is set. */
  toString(): string {
    return this.#codes.size === 0 ? "" : `\u001b[${[...this.#codes.values()].join(";")}m`;
  }

  #set(code: number, text: string): void {
    if (code === 0) this.#codes.clear();
    else if (ENDS.has(code)) this.#codes.delete(kindOf(code));
    else if (code < 108) this.#codes.set(kindOf(code), text);
  }
}

/** How many parameters an extended colour takes: `38;5;N`, `38;2;R;G;B`, or one with colons. */
function extended(codes: readonly string[], at: number): number {
  if (codes[at]?.includes(":")) return 1;
  return codes[at + 1] === "2" ? 5 : 3;
}
