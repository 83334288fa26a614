import { Finder } from "./finder.js";
import { needlesOf } from "./needles.js";

/** What stands in a text in place of a secret. */
export const MASK = "***";

/** Replaces secrets in text. Every line of a value that was added is a secret of its own. */
export interface Masker {
  /**
   * Makes the value a secret: each of its non-blank lines, without the white space around it, and what common tools
   * make of them (see docs/secrets.md). However short it is: a value of one letter masks every such letter.
   */
  add(value: string): void;
  /** The text with every secret in it replaced by `***`; secrets that overlap or touch become one. */
  mask(text: string): string;
  /** Masks a text that comes in pieces, cut anywhere; each text has a stream of its own. */
  stream(): MaskStream;
  /** Length of the longest masked string in UTF-16 units; 0 when there is none. */
  readonly longest: number;
}

/** The pieces that come out make the text that `mask` makes of all that went in. */
export interface MaskStream {
  /** Takes the next piece; gives what is sure by now. Never holds more than a secret's length, nor across a line's end. */
  push(text: string): string;
  /** Gives what was held back. The stream may then be used for another text. */
  end(): string;
}

/** A masker without secrets; see {@link Masker}. */
export function createMasker(): Masker {
  const needles = new Set<string>();
  // Made when it is next needed: a spec may name thousands of secrets.
  let made: Finder | undefined;
  const finderOf = (): Finder => {
    made ??= new Finder(needles);
    return made;
  };
  return {
    add(value) {
      const before = needles.size;
      for (const needle of needlesOf(value)) needles.add(needle);
      if (needles.size > before) made = undefined;
    },
    mask(text) {
      const finder = finderOf();
      return finder.longest === 0 ? text : replaceSpans({ text, finder, to: text.length, masked: NOTHING }).text;
    },
    stream: () => createMaskStream(finderOf),
    get longest() {
      return finderOf().longest;
    },
  };
}

/** No mask precedes the text. */
const NOTHING = -1;

function createMaskStream(currentFinder: () => Finder): MaskStream {
  let held = "";
  // How much of `held` the last mask that was given out covers already.
  let masked = NOTHING;
  const give = (text: string, to: number, finder: Finder): string => {
    const result = replaceSpans({ text, finder, to, masked });
    held = text.slice(to);
    masked = result.masked;
    return result.text;
  };
  return {
    push(text) {
      const finder = currentFinder();
      if (finder.longest === 0 && held === "") return text;
      const all = held + text;
      return give(all, finder.openEnd(all), finder);
    },
    end() {
      const rest = give(held, held.length, currentFinder());
      masked = NOTHING;
      return rest;
    },
  };
}

/** Masks the text up to `to`; `masked` is how far a mask that was given out before reaches into the text, and beyond `to` afterwards. */
function replaceSpans(options: { text: string; finder: Finder; to: number; masked: number }): {
  text: string;
  masked: number;
} {
  const { text, finder, to } = options;
  let result = "";
  let covered = options.masked;
  let position = Math.min(Math.max(covered, 0), to);
  for (const span of finder.spans(text)) {
    if (span.start > covered) {
      if (span.start >= to) break;
      result += text.slice(position, span.start) + MASK;
    }
    covered = Math.max(covered, span.end);
    position = Math.min(covered, to);
  }
  if (position === 0 && result === "" && to === text.length && covered < 0) return { text, masked: NOTHING };
  return { text: result + text.slice(position, to), masked: covered >= to ? covered - to : NOTHING };
}
