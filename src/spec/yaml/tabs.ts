/** A text whose indentation has spaces in the place of tabs, and the way back to offsets of the original. */
export interface Untabbed {
  readonly text: string;
  readonly originalOffset: (offset: number) => number;
}

const INDENTED_BY_TABS = /^( *\t[ \t]*)(?=\S)/gm;

/** Puts `width` spaces in the place of each tab that indents a line, so that the rest of the spec can still be checked. */
export function untab(text: string, width: number): Untabbed {
  const shifts: { readonly from: number; readonly by: number }[] = [];
  let by = 0;
  const untabbed = text.replace(INDENTED_BY_TABS, (indent: string, _group: string, offset: number) => {
    const spaces = indent.replaceAll("\t", " ".repeat(width));
    by += spaces.length - indent.length;
    shifts.push({ from: offset + spaces.length + by - (spaces.length - indent.length), by });
    return spaces;
  });
  const originalOffset = (offset: number) => {
    let low = 0;
    let high = shifts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((shifts[middle]?.from ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset - (shifts[low - 1]?.by ?? 0);
  };
  return { text: untabbed, originalOffset };
}
