import { clip } from "../columns.js";
import { FRAME_MS, FRAMES } from "../spinner.js";
import type { Cli } from "./io.js";

const CLEAR = "\r\u001b[K";
const MS_PER_SECOND = 1000;

/** Tells of what is done before a run begins. */
export interface WaitingLine {
  readonly show: (text: string) => void;
  /** Takes it away; to be called before anything else is written. */
  readonly clear: () => void;
}

/** On a terminal one line that changes, with the time that has gone by; on anything else each text on a line of its own. */
export function waitingLine({ stderr, now }: Pick<Cli, "stderr" | "now">): WaitingLine {
  if (stderr.isTTY !== true) return { show: (text) => void stderr.write(`${text}\n`), clear: () => {} };
  let timer: NodeJS.Timeout | undefined;
  let began = 0;
  let frame = 0;
  let last = "";
  const draw = (): void => {
    const seconds = Math.floor((now().getTime() - began) / MS_PER_SECOND);
    const room = Math.max(1, (stderr.columns ?? 80) - 12);
    stderr.write(`${CLEAR}${FRAMES[frame % FRAMES.length]} ${clip(last, room)}  ${seconds}s`);
    frame += 1;
  };
  return {
    show(text) {
      last = text;
      if (timer !== undefined) return;
      began = now().getTime();
      timer = setInterval(draw, FRAME_MS);
      // It keeps no process alive.
      timer.unref();
      draw();
    },
    clear() {
      if (timer === undefined) return;
      clearInterval(timer);
      timer = undefined;
      stderr.write(CLEAR);
    },
  };
}
