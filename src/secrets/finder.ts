/** A stretch of text, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const TABLE_SIZE = 4096;
const LARGEST_SHIFT = 255;

/**
 * Finds any of a set of strings in a text, by the algorithm of Wu and Manber: a table over pairs of characters says how
 * far the window may move without passing a match, so most of the text is never looked at.
 */
export class Finder {
  /** Length of the longest string in UTF-16 units; 0 when there is none. */
  readonly longest: number;
  readonly #window: number;
  readonly #shifts: Uint8Array;
  readonly #candidates = new Map<number, string[]>();
  readonly #byFirst = new Map<number, string[]>();

  constructor(needles: Iterable<string>) {
    const sorted = [...needles].sort((a, b) => b.length - a.length);
    this.longest = sorted[0]?.length ?? 0;
    this.#window = Math.min(sorted.at(-1)?.length ?? 0, LARGEST_SHIFT);
    const block = Math.min(this.#window, 2);
    this.#shifts = new Uint8Array(TABLE_SIZE).fill(this.#window - block + 1);
    for (const needle of sorted) this.#enter(needle);
  }

  #enter(needle: string): void {
    append(this.#byFirst, needle.charCodeAt(0), needle);
    const last = this.#window - 1;
    for (let end = Math.min(last, 1); end <= last; end += 1) {
      const slot = this.#slot(needle, end);
      this.#shifts[slot] = Math.min(this.#shifts[slot] ?? 0, last - end);
    }
    append(this.#candidates, this.#slot(needle, last), needle);
  }

  #slot(text: string, end: number): number {
    const previous = this.#window > 1 ? text.charCodeAt(end - 1) : 0;
    return ((previous << 5) ^ text.charCodeAt(end)) & (TABLE_SIZE - 1);
  }

  /** Where the strings occur, in order; what overlaps or touches is one span. */
  spans(text: string): Span[] {
    const spans: { start: number; end: number }[] = [];
    if (this.longest === 0) return spans;
    const shifts = this.#shifts;
    const last = this.#window - 1;
    const pairs = this.#window > 1;
    let at = last;
    while (at < text.length) {
      const previous = pairs ? text.charCodeAt(at - 1) : 0;
      const slot = ((previous << 5) ^ text.charCodeAt(at)) & (TABLE_SIZE - 1);
      const shift = shifts[slot] as number;
      if (shift > 0) {
        at += shift;
        continue;
      }
      const start = at - last;
      const found = this.#candidates.get(slot)?.find((needle) => text.startsWith(needle, start));
      if (found !== undefined) addSpan(spans, { start, end: start + found.length });
      at += 1;
    }
    return spans;
  }

  /** Where the text's end begins that may be the beginning of one of the strings; the text's length when nothing may. */
  openEnd(text: string): number {
    const from = Math.max(0, text.length - this.longest + 1, text.lastIndexOf("\n") + 1);
    for (let start = from; start < text.length; start += 1) {
      const rest = text.length - start;
      const needles = this.#byFirst.get(text.charCodeAt(start));
      if (needles?.some((needle) => needle.length > rest && text.endsWith(needle.slice(0, rest)))) return start;
    }
    return text.length;
  }
}

function append(map: Map<number, string[]>, key: number, needle: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [needle]);
  else list.push(needle);
}

function addSpan(spans: { start: number; end: number }[], span: Span): void {
  const previous = spans.at(-1);
  if (previous !== undefined && span.start <= previous.end) previous.end = Math.max(previous.end, span.end);
  else spans.push({ ...span });
}
