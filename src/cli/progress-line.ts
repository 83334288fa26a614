import type { Output } from "./io.js";

const CLEAR = "\r\u001b[K";

/** A line on a terminal that counts up and goes away again; on anything else nothing. */
export function progressLine(output: Output): {
  readonly show: (done: number, total: number | null) => void;
  readonly clear: () => void;
} {
  let shown = false;
  return {
    show: (done, total) => {
      if (output.isTTY !== true) return;
      shown = true;
      output.write(`${CLEAR}${done}${total === null ? "" : ` of ${total}`} changes`);
    },
    clear: () => {
      if (shown) output.write(CLEAR);
      shown = false;
    },
  };
}
