import { clip } from "../columns.js";
import { FRAME_MS, FRAMES } from "../spinner.js";
import { oneLine } from "../terminal-text.js";
import { durationText } from "./duration.js";
import { LiveLines } from "./live.js";
import type { TerminalLike } from "./sink.js";
import type { Theme } from "./theme.js";
import type { Trace } from "./trace.js";
import { stepTitle } from "./words.js";

export type Schedule = (tick: () => void, everyMs: number) => () => void;

const MOST_LINES = 5;

/** The live lines of the terminal report: what runs, and for how long. */
export class ConsoleProgress {
  readonly #out: TerminalLike;
  readonly #theme: Theme;
  readonly #trace: Trace;
  readonly #now: () => Date;
  readonly #schedule: Schedule;
  readonly #lines = new LiveLines();
  #stop: (() => void) | undefined;
  #frame = 0;
  #drawnAt = 0;

  constructor(options: {
    readonly out: TerminalLike;
    readonly theme: Theme;
    readonly trace: Trace;
    readonly now?: () => Date;
    readonly schedule?: Schedule;
  }) {
    this.#out = options.out;
    this.#theme = options.theme;
    this.#trace = options.trace;
    this.#now = options.now ?? (() => new Date());
    this.#schedule = options.schedule ?? every;
  }

  /** Draws anew from time to time. */
  begin(write: (text: string) => void | Promise<void>): void {
    let waiting = false;
    this.#stop = this.#schedule(() => {
      // A terminal that is slow to take text is not sent more frames.
      if (waiting) return;
      this.#frame++;
      const wait = write(this.#redraw(""));
      if (wait === undefined) return;
      waiting = true;
      const done = (): void => {
        waiting = false;
      };
      wait.then(done, done);
    }, FRAME_MS);
  }

  /** The text with the live lines moved below it; while much is printed they come back only now and then. */
  above(text: string): string {
    if (text === "") return "";
    if (this.#now().getTime() - this.#drawnAt < FRAME_MS) return this.#lines.erase(this.#columns()) + text;
    return this.#redraw(text);
  }

  /** Removes the live lines for good. */
  end(): string {
    this.#stop?.();
    this.#stop = undefined;
    return this.#lines.erase(this.#columns());
  }

  #redraw(text: string): string {
    this.#drawnAt = this.#now().getTime();
    return this.#lines.erase(this.#columns()) + text + this.#lines.draw(this.#current());
  }

  #current(): string[] {
    const running = this.#trace.running();
    const phase = this.#trace.current();
    if (running.length === 0 && phase !== undefined) {
      return [
        this.#line({ phase: phase.phase, text: oneLine(this.#trace.progress ?? ""), startedAt: phase.startedAt }),
      ];
    }
    const most = Math.max(1, Math.min(MOST_LINES, (this.#out.rows ?? 24) - 2));
    const shown = running.length > most ? running.slice(-(most - 1 || 1)) : running;
    const lines = shown.map((step) => this.#line({ ...step, text: stepTitle(step) }));
    const more = running.length - shown.length;
    return more > 0 && most > 1 ? [this.#theme.dim(`  and ${more} more`), ...lines] : lines;
  }

  #line(what: { readonly phase: string; readonly text: string; readonly startedAt: number }): string {
    const { cyan, dim } = this.#theme;
    const elapsed = durationText(Math.floor(Math.max(0, this.#drawnAt - what.startedAt) / 100) * 100);
    const left = what.text === "" ? what.phase : `${what.phase} › `;
    const room = this.#columns() - left.length - elapsed.length - 5;
    // Where there is hardly a column the terminal is no place for progress, but nothing may wrap either.
    if (room < 4) return clip(`${what.phase} ${elapsed}`, this.#columns() - 1);
    return `${cyan(FRAMES[this.#frame % FRAMES.length] ?? "")} ${dim(left)}${clip(what.text, room)}  ${dim(elapsed)}`;
  }

  #columns(): number {
    return Math.max(1, this.#out.columns ?? 80);
  }
}

/** Progress must not keep a process alive. */
const every: Schedule = (tick, everyMs) => {
  const timer = setInterval(tick, everyMs);
  timer.unref();
  return () => clearInterval(timer);
};
