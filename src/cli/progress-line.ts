import type { Output } from "./io.js";

const CLEAR = "\r\u001b[K";

/** How often it changes, in ms. */
const EVERY_MS = 200;

/** A line on a terminal that counts up and goes away again; on anything else nothing. `now` is a clock in ms. */
export function progressLine(
  output: Output,
  now: () => number,
): {
  readonly show: (done: number, total: number | null) => void;
  readonly clear: () => void;
} {
  let shown = false;
  let last = now();
  return {
    show: (done, total) => {
      if (output.isTTY !== true || now() - last < EVERY_MS) return;
      last = now();
      shown = true;
      output.write(`${CLEAR}${done}${total === null ? "" : ` of ${total}`} changes`);
    },
    clear: () => {
      if (shown) output.write(CLEAR);
      shown = false;
    },
  };
}
