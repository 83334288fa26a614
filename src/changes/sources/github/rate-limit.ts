import { UsageError } from "../../../errors.js";
import type { HttpAnswer } from "../../http/client.js";
import { retryAfterSeconds } from "../../http/patient.js";

/** Without a time in the answer, GitHub asks for a minute at least, and longer each time. */
const SECONDARY_MS = 60_000;
const LEAST_MS = 1000;
/** Beside those of an hour: so many it allows a minute (docs, "Rate limits for the REST API", secondary). */
const A_MINUTE = 900;
const MINUTE_MS = 60_000;
/** The limits are by the hour. */
const LONGEST_MS = 2 * 3_600_000;

export interface Clock {
  readonly now: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly note: (line: string) => void;
}

/**
 * Keeps to GitHub's rate limits: no more requests are under way than are left, and where none is left, or GitHub says to go slower, all wait
 * for the one time, which is said once.
 */
export class RateLimit {
  readonly #clock: Clock;
  #remaining: number | null = null;
  #resetAt = 0;
  #underWay = 0;
  #refusals = 0;
  #pause: Promise<void> | null = null;
  #limit: number | null = null;
  #minute = { began: 0, sent: 0 };
  #left = new Turn();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Returns when a request may be sent; after it, `leave` must be called. */
  async enter(signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      if (this.#pause !== null) await this.#pause;
      else if (this.#mayGo()) {
        const ms = this.#untilNextMinute();
        if (ms === 0) break;
        await this.#pauseFor(ms, `it allows ${A_MINUTE} requests a minute`, signal);
      } else if (this.#underWay > 0) await this.#left.done;
      else await this.#pauseFor(this.#resetAt - this.#clock.now(), this.#usedUp(), signal);
    }
    this.#underWay++;
    this.#minute.sent++;
  }

  /** Takes note of what an answer says of the limits; null: there was no answer. */
  leave(answer: HttpAnswer | null): void {
    this.#underWay--;
    if (answer !== null) this.#read(answer);
    const left = this.#left;
    this.#left = new Turn();
    left.over();
  }

  /** Waits where an answer is a refusal for having asked too much, and then gives `again`. */
  async refused(answer: HttpAnswer, signal: AbortSignal): Promise<"again" | "no"> {
    if (answer.status !== 403 && answer.status !== 429) {
      this.#refusals = 0;
      return "no";
    }
    const seconds = retryAfterSeconds(answer);
    if (seconds !== null) await this.#pauseFor(seconds * 1000, "it asks to go slower", signal);
    else if (answer.header("x-ratelimit-remaining") === "0") {
      await this.#pauseFor(this.#resetAt - this.#clock.now(), this.#usedUp(), signal);
    } else if (answer.status === 429 || /secondary rate limit|abuse detection/i.test(answer.body)) {
      await this.#pauseFor(SECONDARY_MS * 2 ** Math.min(this.#refusals++, 4), "it asks to go slower", signal);
    } else return "no";
    return "again";
  }

  /** 0: there is room in this minute. A server without limits (an Enterprise one may have none) has none of this kind either. */
  #untilNextMinute(): number {
    const now = this.#clock.now();
    if (now - this.#minute.began >= MINUTE_MS || now < this.#minute.began) this.#minute = { began: now, sent: 0 };
    const full = this.#limit !== null && this.#minute.sent >= A_MINUTE;
    return full ? this.#minute.began + MINUTE_MS - now : 0;
  }

  #usedUp(): string {
    return `its rate limit${this.#limit === null ? "" : ` of ${this.#limit} requests an hour`} is used up`;
  }

  #mayGo(): boolean {
    return this.#remaining === null || this.#clock.now() >= this.#resetAt || this.#underWay < this.#remaining;
  }

  /** All who come meanwhile wait for the same pause. */
  #pauseFor(ms: number, why: string, signal: AbortSignal): Promise<void> {
    this.#pause ??= this.#paused(Math.max(ms, LEAST_MS), why, signal).finally(() => {
      this.#pause = null;
    });
    return this.#pause;
  }

  async #paused(ms: number, why: string, signal: AbortSignal): Promise<void> {
    if (ms > LONGEST_MS) {
      const hours = Math.ceil(ms / 3_600_000);
      throw new UsageError(
        "github-rate-limit",
        `GitHub: ${why}, for ${hours} hours. Come back then, or use another token.`,
      );
    }
    const at = new Date(this.#clock.now() + ms).toISOString().slice(11, 19);
    this.#clock.note(`GitHub: ${why}; waiting ${Math.ceil(ms / 1000)} s, until ${at} UTC`);
    await this.#clock.wait(ms, signal);
    // What was left before the pause says nothing any more.
    this.#remaining = null;
    this.#clock.note("GitHub: going on");
  }

  /** The reset is told in the server's time, and so is the answer's: this machine's clock may be wrong. */
  #read(answer: HttpAnswer): void {
    const remaining = whole(answer.header("x-ratelimit-remaining"));
    const reset = whole(answer.header("x-ratelimit-reset"));
    if (remaining === null || reset === null || (answer.header("x-ratelimit-resource") ?? "core") !== "core") return;
    this.#limit = whole(answer.header("x-ratelimit-limit"));
    const there = Date.parse(answer.header("date") ?? "");
    const ahead = Number.isNaN(there) ? reset * 1000 - this.#clock.now() : reset * 1000 - there;
    const resetAt = this.#clock.now() + ahead;
    // Answers overtake each other: within one period the lowest number is the last.
    const same = this.#remaining !== null && Math.abs(resetAt - this.#resetAt) < 5000;
    this.#remaining = same ? Math.min(this.#remaining ?? remaining, remaining) : remaining;
    this.#resetAt = resetAt;
  }
}

function whole(text: string | null): number | null {
  return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null;
}

/** Something that will be over, for those who wait for it. */
class Turn {
  readonly done: Promise<void>;
  over: () => void = () => {};

  constructor() {
    this.done = new Promise((resolve) => {
      this.over = resolve;
    });
  }
}
