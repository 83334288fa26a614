import type { ScalarNode } from "./node.js";

/**
 * The offset in the spec's text of one character of a scalar's value, whatever its style: quotes, escapes, folded lines
 * and a block's indentation are stepped over.
 */
export function offsetWithin(text: string, node: ScalarNode, index: number): number {
  const [start, end] = node.scalar.range ?? [node.offset, node.offset];
  const style = node.scalar.type;
  const block = style === "BLOCK_LITERAL" || style === "BLOCK_FOLDED";
  let at = block ? text.indexOf("\n", start) + 1 : start;
  if (style === "QUOTE_DOUBLE" || style === "QUOTE_SINGLE") at++;
  let found = at;
  for (let done = 0; done <= index && at < end; ) {
    const wanted = node.text.charAt(done);
    const length = style === "QUOTE_DOUBLE" && text.charAt(at) === "\\" ? escapeLength(text.charAt(at + 1)) : 1;
    const blank = /\s/.test(text.charAt(at));
    if (length > 1 && /\s/.test(text.charAt(at + 1))) {
      at += length;
    } else if (length > 1 || text.charAt(at) === wanted || (blank && /\s/.test(wanted))) {
      found = at;
      at += style === "QUOTE_SINGLE" && wanted === "'" ? 2 : length;
      done++;
    } else if (blank) {
      at++;
    } else if (/\s/.test(wanted)) {
      done++;
    } else {
      return found;
    }
  }
  return found;
}

function escapeLength(letter: string): number {
  return { x: 4, u: 6, U: 10 }[letter] ?? 2;
}
