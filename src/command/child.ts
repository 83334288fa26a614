import type { ChildProcess } from "node:child_process";
import type { Readable } from "node:stream";
import { watchTime } from "./deadlines.js";
import { CommandError } from "./error.js";
import { failureMessage } from "./message.js";
import { type Ending, type Exit, reasonOf, statusOf } from "./outcome.js";
import { commandText } from "./quote.js";
import type { CommandResult } from "./result.js";
import type { Settings } from "./settings.js";
import type { Started } from "./start.js";
import { killNow, terminate } from "./terminate.js";
import type { OpenOutput } from "./wiring.js";

/** A command that was started. */
export interface Child<Out = string, Err = string> {
  /** null where nothing could be started and the command allows failure. */
  readonly pid: number | null;
  /** What it writes, where "pipe" was asked for. */
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  /** The result, once the command is over and its output was taken. Rejects with a CommandError unless failure is allowed. May be called again. */
  wait(): Promise<CommandResult<Out, Err>>;
  /** Ends the whole tree: SIGTERM, and SIGKILL after `killGrace`. Settles when it is over; never rejects. */
  abort(): Promise<void>;
  /** Ends the whole tree with SIGKILL, at once, also when it is being ended already. */
  kill(): Promise<void>;
  /** Writes to its stdin ("pipe"): true once the bytes are on their way, false where it no longer reads. */
  write(chunk: string | Buffer): Promise<boolean>;
  /** Ends its stdin ("pipe"). */
  closeStdin(): void;
}

type AnyResult = CommandResult<string | Buffer, string | Buffer>;

/** Watches one child from its start to its result. */
export class RunningChild implements Child<string | Buffer, string | Buffer> {
  readonly pid: number;
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  /** Settles with what became of the command; never rejects. */
  readonly over: Promise<AnyResult | CommandError>;
  readonly #settings: Settings;
  readonly #started: Started;
  readonly #outputs: readonly OpenOutput[];
  readonly #hurry = new AbortController();
  #ending: Ending | null = null;
  #terminated: Promise<void> | null = null;
  #exited = false;

  constructor(settings: Settings, started: Started) {
    this.#settings = settings;
    this.#started = started;
    this.pid = started.pid;
    const exit = exitOf(started.child);
    this.stdout = started.wiring.readable("stdout");
    this.stderr = started.wiring.readable("stderr");
    this.#outputs = started.wiring.connect(started.child, (error) => this.#streamFailed("stdin", error));
    this.over = this.#watch(exit);
  }

  async wait(): Promise<AnyResult> {
    const outcome = await this.over;
    if (outcome instanceof CommandError) throw outcome;
    return outcome;
  }

  async abort(): Promise<void> {
    this.#end({ type: "aborted" });
    await this.over;
  }

  async kill(): Promise<void> {
    this.#hurry.abort();
    if (!this.#exited) killNow(this.#started.tree);
    await this.abort();
  }

  async write(chunk: string | Buffer): Promise<boolean> {
    return (await this.#started.wiring.stdin?.write(chunk)) ?? false;
  }

  closeStdin(): void {
    this.#started.wiring.stdin?.close();
  }

  #end(ending: Ending): void {
    if (this.#exited || this.#terminated) return;
    this.#ending = ending;
    this.#terminated = this.#terminate();
  }

  #terminate(): Promise<void> {
    const { tree } = this.#started;
    return terminate(tree, { graceMs: this.#settings.killGraceMs, hurry: this.#hurry.signal });
  }

  #streamFailed(name: string, cause: unknown): void {
    const why = cause instanceof Error ? cause.message : String(cause);
    this.#end({ type: "aborted", because: `the stream at its ${name} failed: ${why}`, cause });
  }

  async #watch(exit: Promise<Exit>): Promise<AnyResult | CommandError> {
    const release = this.#listen();
    const exited = await exit;
    this.#exited = true;
    const durationMs = performance.now() - this.#started.startedAt;
    if (this.#settings.leftovers === "kill") this.#terminated ??= this.#terminate();
    await this.#terminated;
    await Promise.all(this.#outputs.map((output) => this.#drain(output)));
    release();
    this.#started.wiring.release();
    return this.#conclude(exited, durationMs);
  }

  /** What may end the command from outside; returns what takes every listener and timer away. */
  #listen(): () => void {
    const { signal, killSignal, timeoutMs, idleTimeoutMs } = this.#settings;
    const pumps = this.#outputs.map(({ pump }) => pump);
    const onAbort = () => this.#end({ type: "aborted", cause: signal?.reason });
    const onKill = () => void this.kill();
    const stopTimers = watchTime({ timeoutMs, idleTimeoutMs, pumps, onExpired: (type) => this.#end({ type }) });
    signal?.addEventListener("abort", onAbort);
    killSignal?.addEventListener("abort", onKill);
    for (const { plan, pump } of this.#outputs) {
      if (plan.awaited) pump.done.catch((error) => this.#streamFailed("output", error));
    }
    return () => {
      stopTimers();
      signal?.removeEventListener("abort", onAbort);
      killSignal?.removeEventListener("abort", onKill);
    };
  }

  async #drain({ plan, pump }: OpenOutput): Promise<void> {
    const settled = pump.settle(this.#settings.drainMs).then(() => pump.done);
    settled.catch(() => {});
    if (!plan.awaited) return;
    await settled.catch((error) => {
      this.#ending ??= { type: "aborted", because: `the stream at its output failed: ${error.message}`, cause: error };
    });
  }

  #conclude(exit: Exit, durationMs: number): AnyResult | CommandError {
    const { wiring } = this.#started;
    const ending = this.#ending;
    const reason = reasonOf(exit, ending);
    const truncatedBytes = (wiring.capture("stdout")?.dropped ?? 0) + (wiring.capture("stderr")?.dropped ?? 0);
    const result: AnyResult = {
      ...exit,
      status: statusOf(exit),
      stdout: this.#captured("stdout"),
      stderr: this.#captured("stderr"),
      durationMs,
      pid: this.pid,
      timedOut: reason === "timeout" || reason === "idle-timeout",
      truncated: truncatedBytes > 0,
      truncatedBytes,
      reason,
    };
    if (reason === null || this.#settings.allowFailure) return result;
    const command = commandText(this.#settings);
    const { timeoutMs, idleTimeoutMs } = this.#settings;
    const stderr = wiring.lastLines();
    const message = failureMessage({ command, reason, exit, ending, timeoutMs, idleTimeoutMs, stderr });
    const cause = ending?.type === "aborted" ? ending.cause : undefined;
    return new CommandError(message, { reason, command, result, cause });
  }

  #captured(name: "stdout" | "stderr"): string | Buffer {
    const capture = this.#started.wiring.capture(name);
    if (this.#settings[name].type === "buffer") return capture?.bytes() ?? Buffer.alloc(0);
    return capture?.text() ?? "";
  }
}

function exitOf(child: ChildProcess): Promise<Exit> {
  child.on("error", () => {});
  return new Promise((resolve) => child.once("exit", (exitCode, signal) => resolve({ exitCode, signal })));
}
