import type { ChildProcess } from "node:child_process";
import { type InputChannel, inputChannel, type OutputChannel, outputChannel } from "./channel.js";
import { Feed } from "./input.js";
import { type OutputPlan, Outputs, passesThrough } from "./outputs.js";
import { giveBack, type Pipe, takePipes } from "./pipe-pool.js";
import { Pump } from "./pump.js";
import type { Settings } from "./settings.js";

type Piped = Extract<OutputPlan, { type: "piped" }>;

/** What spawn is given for one descriptor. */
export type Slot = number | "ignore" | "inherit" | "pipe";

/** One output on its way. */
export interface OpenOutput {
  readonly plan: Piped;
  readonly pump: Pump;
}

/** All descriptors of one child: what spawn is given, and what runs through them. */
export class Wiring {
  readonly stdio: readonly Slot[];
  readonly #outputs: { readonly plan: Piped; readonly channel: OutputChannel }[] = [];
  readonly #feeds: { readonly feed: Feed; readonly channel: InputChannel; readonly bytes: Buffer | null }[] = [];
  readonly #settings: Settings;
  readonly stdin: Feed | null;
  readonly outputs: Outputs;

  private constructor(settings: Settings, pipes: Pipe[] | null) {
    this.#settings = settings;
    const next = () => pipes?.pop() ?? null;
    this.outputs = new Outputs(settings);
    try {
      const stdin = this.#input(next);
      this.stdin = this.#feeds[0]?.feed ?? null;
      this.stdio = [stdin, ...this.#outputSlots(next), ...this.#passedSlots(next)];
    } catch (error) {
      this.abandon();
      throw error;
    }
  }

  #outputSlots(next: () => Pipe | null): [Slot, Slot] {
    const { stdout, stderr } = this.outputs.plans;
    const slot = this.#output(stdout, next, 1);
    return [slot, stderr.type === "same-as-stdout" ? sameAs(slot) : this.#output(stderr, next, 2)];
  }

  #passedSlots(next: () => Pipe | null): Slot[] {
    return this.#settings.passed.map((passed, index) =>
      passed.type === "fd" ? passed.fd : this.#bytes(passed.bytes, next(), index + 3),
    );
  }

  /** Opens what the settings ask for; pipes are made first where there are too few. */
  static async open(settings: Settings): Promise<Wiring> {
    const count = countPipes(settings);
    const pipes = count === 0 ? [] : await takePipes(count);
    const spare = pipes ?? [];
    try {
      return new Wiring(settings, pipes && spare);
    } catch (error) {
      for (const pipe of spare) giveBack(pipe);
      throw error;
    }
  }

  #input(next: () => Pipe | null): Slot {
    const source = this.#settings.stdin;
    if (source.type === "null") return "ignore";
    if (source.type === "inherit") return "inherit";
    if (source.type === "fd") return source.fd;
    if (source.type === "bytes") return this.#bytes(source.bytes, next(), 0);
    const channel = inputChannel(next(), 0);
    this.#feeds.push({ feed: new Feed(channel), channel, bytes: null });
    return channel.stdio;
  }

  #bytes(bytes: Buffer, pipe: Pipe | null, slot: number): number | "pipe" {
    const channel = inputChannel(pipe, slot);
    const feed = new Feed(channel);
    feed.prefill(bytes);
    this.#feeds.push({ feed, channel, bytes });
    return channel.stdio;
  }

  #output(plan: OutputPlan, next: () => Pipe | null, slot: number): Slot {
    if (plan.type === "plain") return plan.stdio;
    if (plan.type === "same-as-stdout") return "ignore";
    const channel = outputChannel(next(), slot, this.#settings.user === null ? "own-rights" : "other-rights");
    this.#outputs.push({ plan, channel });
    return channel.stdio;
  }

  /** Whether stderr has to be joined to stdout in the child: Node's own pipe cannot be given twice. */
  get joinsInChild(): boolean {
    return this.outputs.plans.stderr.type === "same-as-stdout" && this.stdio[1] === "pipe";
  }

  /** After the start: begins to carry. `onError` is told of a source of input that failed. */
  connect(child: ChildProcess, onError: (error: Error) => void): OpenOutput[] {
    for (const { channel } of [...this.#outputs, ...this.#feeds]) channel.closeChildEnd();
    for (const { feed, bytes } of this.#feeds) {
      if (bytes) feed.feedBytes(child, bytes);
      else if (this.#settings.stdin.type === "stream") feed.feedStream(child, this.#settings.stdin.stream, onError);
      else feed.openForWriting(child);
    }
    return this.#outputs.map(({ plan, channel }) => ({ plan, pump: new Pump(channel.open(child), plan.sink) }));
  }

  /** Nothing was started: all is closed again. */
  abandon(): void {
    for (const { channel } of [...this.#outputs, ...this.#feeds]) channel.abandon();
  }

  /** The command is over. */
  release(): void {
    for (const { feed } of this.#feeds) feed.release();
  }
}

/** Joined streams are one descriptor twice, so that they interleave as they were written. "inherit" would be the parent's own stderr. */
function sameAs(stdout: Slot): number | "ignore" {
  if (typeof stdout === "number") return stdout;
  return stdout === "inherit" ? 1 : "ignore";
}

function countPipes(settings: Settings): number {
  const outputs = [settings.stdout, settings.stderr].filter((target) => passesThrough(target, settings));
  const inputs = [settings.stdin, ...settings.passed].filter(({ type }) => fed.has(type));
  return outputs.length + inputs.length;
}

const fed: ReadonlySet<string> = new Set(["bytes", "stream", "pipe"]);
