import type { Readable } from "node:stream";
import type { Sink } from "./sink.js";

/** What a pipe can hold at most (/proc/sys/fs/pipe-max-size as shipped): past it, nothing is from before the command's exit. */
const largestPipe = 1024 * 1024;

/** Carries one output of a command to its sink, at the sink's pace. */
export class Pump {
  /** Settles when the last byte was taken; rejects where the sink failed. */
  readonly done: Promise<void>;
  /** When the command last wrote, or was last let write: performance.now(). */
  lastActivity = performance.now();
  #source: Readable & { unref?: () => unknown };
  #sink: Sink;
  #bytes = 0;
  #held: Promise<void> | null = null;
  #over = false;
  #finished = false;
  #failed = false;
  #resolve: () => void = () => {};
  #reject: (error: unknown) => void = () => {};
  #onMove: (() => void) | null = null;
  #hurried: NodeJS.Timeout | null = null;

  constructor(source: Readable, sink: Sink) {
    this.#source = source;
    this.#sink = sink;
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.done.catch(() => {});
    source.on("data", this.#onData).on("end", this.#onEnd).on("error", this.#onEnd).on("close", this.#onEnd);
  }

  /** Whether the sink makes the command wait just now. */
  get held(): boolean {
    return this.#held !== null;
  }

  /** Whether `done` has settled well: there is nothing left to wait for. */
  get finished(): boolean {
    return this.#finished;
  }

  readonly #onData = (chunk: Buffer) => {
    this.#bytes += chunk.length;
    this.lastActivity = performance.now();
    this.#onMove?.();
    let wait: Promise<void> | undefined;
    try {
      wait = this.#sink.write(chunk);
    } catch (error) {
      this.#fail(error);
      return;
    }
    if (wait) this.#hold(wait);
  };

  #hold(wait: Promise<void>): void {
    this.#source.pause();
    this.#held = wait.then(
      () => {
        this.#held = null;
        this.lastActivity = performance.now();
        if (!this.#over) this.#source.resume();
      },
      (error) => {
        this.#held = null;
        this.#fail(error);
      },
    );
  }

  /** The rest is read and dropped: the command is about to be ended and must not block meanwhile. */
  #fail(error: unknown): void {
    this.#failed = true;
    this.#reject(error);
    if (this.#over) return;
    this.#over = true;
    this.#letGo();
    this.#onMove?.();
  }

  readonly #onEnd = () => {
    if (this.#over) return;
    this.#over = true;
    if (this.#held) this.#held.then(this.#endSink);
    else this.#endSink();
    this.#onMove?.();
  };

  readonly #endSink = () => {
    if (this.#failed) return;
    try {
      const last = this.#sink.end();
      if (last) last.then(this.#finish, this.#reject);
      else this.#finish();
    } catch (error) {
      this.#reject(error);
    }
  };

  readonly #finish = () => {
    this.#finished = true;
    this.#resolve();
  };

  /** What still comes is for nobody, but a leftover process must not die of SIGPIPE for it, nor keep this process alive. */
  #letGo(): void {
    this.#source.off("data", this.#onData);
    this.#source.on("data", () => {}).resume();
    this.#source.unref?.();
  }

  /**
   * After the command's exit: all that is in the pipe is read. Then either its end comes, or some leftover process holds it open:
   * that one is waited for no longer than `graceMs`.
   */
  async settle(graceMs: number): Promise<void> {
    let deadline = performance.now() + graceMs;
    const before = this.#bytes;
    while (!this.#over) {
      if (this.#held) {
        const since = performance.now();
        await Promise.race([this.#held, this.done.catch(() => {})]);
        deadline += performance.now() - since;
        continue;
      }
      const seen = this.#bytes;
      await turn();
      await turn();
      if (this.#over || this.#held) continue;
      const late = performance.now() >= deadline;
      if (late && (this.#bytes === seen || this.#bytes - before > largestPipe)) {
        this.#onEnd();
        this.#letGo();
        return;
      }
      if (!late && this.#bytes === seen) await this.#move(deadline - performance.now());
    }
  }

  /** Waits no longer than so many milliseconds for a sink that takes nothing; what it has not taken is lost. */
  hurry(ms: number): void {
    if (this.#over && this.#held === null) return;
    this.#hurried ??= setTimeout(() => {
      if (!this.#over) {
        this.#over = true;
        this.#letGo();
      }
      this.#finish();
    }, ms);
    const stop = () => clearTimeout(this.#hurried ?? undefined);
    this.done.then(stop, stop);
  }

  /** Until something comes, or the end, or the time is over. */
  #move(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => moved(), Math.max(0, ms));
      const moved = () => {
        clearTimeout(timer);
        this.#onMove = null;
        resolve();
      };
      this.#onMove = moved;
    });
  }
}

/** One round of the event loop: what the kernel has for the open sockets is delivered in it. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
