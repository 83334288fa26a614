import { PassThrough, type Readable } from "node:stream";
import { Capture } from "./capture.js";
import { Held } from "./held.js";
import type { OutputTarget, Settings } from "./settings.js";
import { discard, lineSink, type Sink } from "./sink.js";
import { streamSink } from "./stream-sink.js";
import { Tail } from "./tail.js";

/** Where one output goes, as the start of a command sees it. */
export type OutputPlan =
  | { readonly type: "plain"; readonly stdio: "ignore" | "inherit" | number }
  | { readonly type: "same-as-stdout" }
  | {
      readonly type: "piped";
      readonly sink: Sink;
      /** Whether `wait` waits for the sink; what a caller reads by himself is not waited for. */
      readonly awaited: boolean;
      readonly capture: Capture | null;
      readonly tail: Tail;
      /** Where a client's own words are held back; null: there is no client that speaks. */
      readonly held: Held | null;
      readonly readable: Readable | null;
    };

/** Whether an output goes through a pipe of this process. With an idle timeout it does even to be dropped: its silence is timed. */
export function passesThrough(target: OutputTarget, settings: Settings): boolean {
  if (target.type === "null") return settings.idleTimeoutMs !== null;
  return target.type !== "inherit" && target.type !== "fd" && target.type !== "stdout";
}

/** Decides how an output is carried. */
function planOutput(target: OutputTarget, settings: Settings): OutputPlan {
  switch (target.type) {
    case "null":
      return passesThrough(target, settings) ? piped(discard, settings) : { type: "plain", stdio: "ignore" };
    case "inherit":
      return { type: "plain", stdio: "inherit" };
    case "fd":
      return { type: "plain", stdio: target.fd };
    case "stdout":
      return { type: "same-as-stdout" };
    case "stream":
      return piped(streamSink(target.stream), settings);
    case "line":
      return piped(lineSink(target.line), settings);
    case "capture":
    case "buffer": {
      const capture = new Capture(settings.maxBuffer);
      return { ...piped(capture, settings), capture };
    }
    case "pipe": {
      const readable = new PassThrough({ highWaterMark: 64 * 1024 });
      const sink = streamSink(readable);
      const ending: Sink = { write: sink.write, end: () => void readable.end() };
      return { ...piped(ending, settings), awaited: false, readable };
    }
  }
}

function piped(sink: Sink, { ownWords }: Settings) {
  const tail = new Tail(sink);
  const held = ownWords.length > 0 ? new Held(tail, ownWords) : null;
  return { type: "piped", sink: held ?? tail, awaited: true, capture: null, tail, held, readable: null } as const;
}

/** Both outputs of one command, and what is known of them once it is over. */
export class Outputs {
  readonly plans: { readonly stdout: OutputPlan; readonly stderr: OutputPlan };

  constructor(settings: Settings) {
    this.plans = { stdout: planOutput(settings.stdout, settings), stderr: planOutput(settings.stderr, settings) };
  }

  capture(name: "stdout" | "stderr"): Capture | null {
    const plan = this.plans[name];
    return plan.type === "piped" ? plan.capture : null;
  }

  readable(name: "stdout" | "stderr"): Readable | null {
    const plan = this.plans[name];
    return plan.type === "piped" ? plan.readable : null;
  }

  /** The last lines of stderr, or of stdout where both are one. */
  lastLines(): string[] {
    const { stdout, stderr } = this.plans;
    const plan = stderr.type === "same-as-stdout" ? stdout : stderr;
    return plan.type === "piped" ? plan.tail.lines(10) : [];
  }

  /** The last lines that may be a client's own. */
  heldBack(): string[] {
    return this.#piped().flatMap(({ held }) => held?.line ?? []);
  }

  /** Once it is known whose they are: they are passed on, or dropped. Settles when that has been taken by all that are waited for. */
  async settle(whose: "client" | "command"): Promise<void> {
    const settled = this.#piped().map(({ held, awaited }) => ({ awaited, done: held?.settle(whose).catch(() => {}) }));
    await Promise.all(settled.map(({ awaited, done }) => (awaited ? done : undefined)));
  }

  #piped() {
    return [this.plans.stderr, this.plans.stdout].filter((plan) => plan.type === "piped");
  }
}
