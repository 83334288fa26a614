import type { ChildProcess } from "node:child_process";
import type { Readable } from "node:stream";
import { type AnyResult, conclude } from "./conclude.js";
import { watchTime } from "./deadlines.js";
import { CommandError } from "./error.js";
import { beforeResult } from "./live.js";
import type { Ending, Exit } from "./outcome.js";
import { turn } from "./pump.js";
import { refusal } from "./refusal.js";
import type { CommandResult } from "./result.js";
import type { Client, Settings } from "./settings.js";
import type { SetupReport, SetupState } from "./setup-report.js";
import type { Started } from "./start.js";
import { killNow, signalTree, terminate } from "./terminate.js";
import type { Verdict } from "./verdict.js";
import type { OpenOutput } from "./wiring.js";

/** A command that was started. */
export interface Child<Out = string, Err = string> {
  /** null where nothing could be started and the command allows failure. A daemon's is the daemon's own. */
  readonly pid: number | null;
  /** What it writes, where "pipe" was asked for. */
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  /** The result, once the command is over and its output was taken. Rejects with a CommandError unless failure is allowed. May be called again. */
  wait(): Promise<CommandResult<Out, Err>>;
  /** Sends a signal to the whole tree, and leaves it to that what it does about it. Settles when it was sent, or the command is over; never rejects. */
  signal(name: NodeJS.Signals): Promise<void>;
  /** Ends the whole tree: SIGTERM, and SIGKILL after `killGrace`. Settles when it is over; never rejects. */
  abort(): Promise<void>;
  /** Ends the whole tree with SIGKILL, at once, also when it is being ended already. Settles when it is over; never rejects. */
  kill(): Promise<void>;
  /** Writes to its stdin ("pipe"): true once the bytes are on their way, false where it no longer reads. */
  write(chunk: string | Buffer): Promise<boolean>;
  /** Ends its stdin ("pipe"). */
  closeStdin(): void;
  /** With `handshake`: settles when the child is set up and waits before exec; rejects with reason "handshake" where that failed. */
  handshakeWait(): Promise<void>;
  /** With `handshake`: lets the child go on to exec. */
  handshakeNotify(): void;
}

/** To make one for each command takes longer than most of what is done at its end. */
const OVER = new DOMException("the command is over", "AbortError");

/** Watches one child from its start to its result. */
export class RunningChild implements Child<string | Buffer, string | Buffer> {
  readonly pid: number;
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  /** Settles with what became of the command; never rejects. */
  readonly over: Promise<AnyResult | CommandError>;
  readonly #settings: Settings;
  readonly #started: Started;
  readonly #client: Client | null;
  readonly #outputs: readonly OpenOutput[];
  #hurry: AbortController | null = null;
  #ending: Ending | null = null;
  #terminated: Promise<void> | null = null;
  readonly #exit = new AbortController();
  #giveUp: (exit: Exit) => void = () => {};

  /** `client`: what stands here for a command that runs elsewhere. */
  constructor(settings: Settings, started: Started, client: Client | null = null) {
    this.#settings = settings;
    this.#started = started;
    this.#client = client;
    this.pid = started.pid;
    const exit = this.#exitOf(started.child);
    this.stdout = started.wiring.outputs.readable("stdout");
    this.stderr = started.wiring.outputs.readable("stderr");
    this.#outputs = started.wiring.connect(started.child, (error) => this.#streamFailed("stdin", error));
    this.over = this.#watch(exit);
  }

  async wait(): Promise<AnyResult> {
    const outcome = await this.over;
    if (outcome instanceof CommandError) throw outcome;
    return outcome;
  }

  async signal(name: NodeJS.Signals): Promise<void> {
    if (this.#client?.signal) return this.#client.signal(name);
    await signalTree(this.#started.tree.marked(), name, this.#exit.signal);
  }

  async abort(): Promise<void> {
    this.#end({ type: "aborted" });
    await this.over;
  }

  async kill(): Promise<void> {
    this.#hurry ??= new AbortController();
    this.#hurry.abort();
    if (!this.#exit.signal.aborted) killNow(this.#started.tree);
    await this.abort();
  }

  async write(chunk: string | Buffer): Promise<boolean> {
    return (await this.#started.wiring.stdin?.write(chunk)) ?? false;
  }

  closeStdin(): void {
    this.#started.wiring.stdin?.close();
  }

  async handshakeWait(): Promise<void> {
    const setup = this.#handshake();
    await Promise.race([setup.until((state) => state.type !== "silent"), this.over]);
    if (setup.state.type === "ready" || setup.state.type === "started") return;
    const outcome = await this.over;
    if (outcome instanceof CommandError) throw outcome;
    throw refusal(this.#settings, "handshake", "its set-up failed");
  }

  handshakeNotify(): void {
    const setup = this.#handshake();
    if (!this.#exit.signal.aborted) setup.go();
  }

  #handshake(): SetupReport {
    const { setup } = this.#started;
    if (setup && this.#settings.handshake) return setup;
    throw refusal(this.#settings, "invalid", "the command was started without handshake()");
  }

  #end(ending: Ending): void {
    if (this.#exit.signal.aborted) {
      // What is left to do is only to hand over output; nobody is to wait for a reader that has stopped.
      for (const { pump } of this.#outputs) pump.hurry(this.#settings.drainMs);
      return;
    }
    this.#ending ??= ending;
    this.#terminated ??= this.#terminate();
  }

  async #terminate(): Promise<void> {
    const { tree, child } = this.#started;
    this.#hurry ??= new AbortController();
    const hurry = this.#hurry.signal;
    const asked = hurry.aborted ? undefined : this.#client?.signal?.("SIGTERM");
    const gone = await terminate(tree, { graceMs: this.#settings.killGraceMs, hurry, child });
    await asked;
    await this.#client?.signal?.("SIGKILL");
    if (!gone) this.#giveUp({ exitCode: null, signal: "SIGKILL" });
  }

  #streamFailed(name: string, cause: unknown): void {
    const why = cause instanceof Error ? cause.message : String(cause);
    this.#end({ type: "aborted", because: `the stream at its ${name} failed: ${why}`, cause });
  }

  async #watch(exit: Promise<Exit>): Promise<AnyResult | CommandError> {
    const { wiring, guard, startedAt, setup, helpers } = this.#started;
    const release = this.#listen();
    const exited = await exit;
    this.#exit.abort(OVER);
    const durationMs = performance.now() - startedAt;
    if (this.#settings.leftovers === "kill") this.#terminated ??= this.#terminate();
    await this.#terminated;
    const held = beforeResult();
    if (held) await held;
    guard.release();
    if (this.#ending) for (const { pump } of this.#outputs) pump.hurry(this.#settings.drainMs);
    const unfinished = this.#outputs.filter(({ pump }) => !pump.finished);
    if (unfinished.length > 0) await Promise.all(unfinished.map((output) => this.#drain(output)));
    release?.();
    const state = setup ? await lastState(setup) : null;
    wiring.release();
    const { pid } = this;
    const { outputs } = wiring;
    const verdict = await this.#verdict(exited);
    const settled = outputs.settle(verdict?.notStarted ? "client" : "command");
    // A reader that has stopped is not waited for, as above.
    if (!this.#ending) await settled;
    return conclude({
      settings: this.#settings,
      outputs,
      pid,
      exit: exited,
      ending: this.#ending,
      setup: state,
      verdict,
      helpers,
      durationMs,
    });
  }

  /** What its place has to say of a failure. */
  async #verdict(exit: Exit): Promise<Verdict | null> {
    const client = this.#client;
    if (!client) return null;
    try {
      if (this.#ending || exit.exitCode === 0) return null;
      const { outputs } = this.#started.wiring;
      return await client.judge({ exit, lastLines: outputs.lastLines(), heldBack: outputs.heldBack() });
    } finally {
      await client.leave();
    }
  }

  /** What may end the command from outside; returns what takes every listener and timer away. Most commands have none. */
  #listen(): (() => void) | null {
    for (const { plan, pump } of this.#outputs) {
      if (plan.awaited) pump.done.catch((error) => this.#streamFailed("output", error));
    }
    const { signal, killSignal, timeoutMs, idleTimeoutMs } = this.#settings;
    if (!signal && !killSignal && timeoutMs === null && idleTimeoutMs === null) return null;
    const pumps = this.#outputs.map(({ pump }) => pump);
    const onAbort = () => this.#end({ type: "aborted", cause: signal?.reason });
    const onKill = () => void this.kill();
    const stopTimers = watchTime({ timeoutMs, idleTimeoutMs, pumps, onExpired: (type) => this.#end({ type }) });
    signal?.addEventListener("abort", onAbort);
    killSignal?.addEventListener("abort", onKill);
    return () => {
      stopTimers();
      signal?.removeEventListener("abort", onAbort);
      killSignal?.removeEventListener("abort", onKill);
    };
  }

  async #drain({ plan, pump }: OpenOutput): Promise<void> {
    const drained = pump.settle(this.#settings.drainMs).then(() => pump.done);
    drained.catch(() => {});
    if (!plan.awaited) return;
    await drained.catch((error) => {
      this.#ending ??= { type: "aborted", because: `the stream at its output failed: ${error.message}`, cause: error };
    });
  }

  #exitOf(child: ChildProcess): Promise<Exit> {
    child.on("error", () => {});
    return new Promise((resolve) => {
      child.once("exit", (exitCode, signal) => resolve({ exitCode, signal }));
      this.#giveUp = resolve;
    });
  }
}

/** What it said just before its exit may still be on its way. */
async function lastState(setup: SetupReport): Promise<SetupState> {
  await turn();
  await turn();
  setup.close();
  return setup.state;
}
