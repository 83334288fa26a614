import { nextStyle } from "./terminal-style.js";

/** Whether SGR sequences (ECMA-48 8.3.117: colours, bold, …) stay. */
export type Colours = "keep" | "drop";

const CONTROL = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/;

/**
 * What a terminal would act on: string sequences (OSC, DCS, SOS, PM, APC) with their end, CSI sequences, other escape
 * sequences, an overstruck character, and control characters. An unfinished sequence loses its ESC, and so its power.
 */
const SEQUENCE =
  /(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x00-\x08\n-\x1f\x7f-\x9f]{0,4096}(?:\x07|\x1b\\|\x9c)|(?:\x1b\[|\x9b)[0-?]{0,256}[ -/]{0,16}[@-~]|\x1b[ -/]{0,16}[0-Z\\^-~]|[^\n\x00-\x1f\x7f-\x9f]\x08|[\x00-\x08\x0b-\x1f\x7f-\x9f]/g;

const SGR = /^(?:\x1b\[|\x9b)([0-9;:]{0,64})m$/;

const MOST_KNOWN = 256;

const RESET = "\u001b[0m";

/**
 * Makes one command's output harmless to what it is printed into, line by line: no cursor movement, no titles, clipboard
 * or hyperlinks, no bells; of a line that redraws itself with carriage returns, the last state. Colours end with each
 * line and go on in the next, so that they don't run into other text.
 */
export class Printable {
  readonly #colours: Colours;
  /** Styles that followed on a style and a sequence: output has few of them, many times over. */
  readonly #known = new Map<string, string>();
  #style = "";

  constructor(colours: Colours) {
    this.#colours = colours;
  }

  /** Takes and gives whole lines, without the last newline. */
  clean(text: string): string {
    if (this.#style === "" && !CONTROL.test(text)) return text;
    return text
      .split("\n")
      .map((line) => this.#line(line))
      .join("\n");
  }

  #line(line: string): string {
    const before = this.#style;
    if (before === "" && !CONTROL.test(line)) return line;
    const shown = lastState(line).replace(SEQUENCE, (sequence) => this.#keep(sequence));
    return `${before}${shown}${this.#style === "" ? "" : RESET}`;
  }

  #keep(sequence: string): string {
    if (this.#colours === "drop") return "";
    const key = this.#style + sequence;
    let style = this.#known.get(key);
    if (style === undefined) {
      const parameters = SGR.exec(sequence)?.[1];
      if (parameters === undefined) return "";
      style = nextStyle(this.#style, parameters);
      if (this.#known.size < MOST_KNOWN) this.#known.set(key, style);
    }
    this.#style = style;
    return sequence.startsWith("\u009b") ? `\u001b[${sequence.slice(1)}` : sequence;
  }
}

/** One text without control characters, escape sequences or line breaks, as names and messages need it. */
export function oneLine(text: string): string {
  return plain(text)
    .replace(/[\n\t\u2028\u2029]+/g, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
}

/** Whole lines without colours or anything else that a terminal would act on. */
export function plain(text: string): string {
  return new Printable("drop").clean(text);
}

/** What stays visible of a line that returns to its beginning: the last part that is not blank. */
function lastState(line: string): string {
  if (!line.includes("\r")) return line;
  return line.split("\r").findLast((part) => part.trim() !== "") ?? "";
}
