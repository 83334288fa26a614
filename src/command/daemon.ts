import type { Child } from "./child.js";
import type { AnyResult } from "./conclude.js";
import { CommandError, notStarted } from "./error.js";
import { readProcess } from "./process-table.js";
import { quote } from "./quote.js";
import { refusal } from "./refusal.js";
import type { Settings } from "./settings.js";
import { type SetupReport, setupFault } from "./setup-report.js";
import type { Started } from "./start.js";
import { killNow, signalTree, terminate } from "./terminate.js";
import { ProcessTree } from "./tree.js";

/** How often a daemon that is being set up is looked at: nobody is told of its death, since it is nobody's child. */
const lookMs = 50;

/** A daemon from its fork to its start; after that it is on its own, and `wait` is done. */
export class Daemon implements Child<string | Buffer, string | Buffer> {
  readonly pid: number;
  readonly stdout = null;
  readonly stderr = null;
  /** Settles once the daemon is started or has failed to; never rejects. */
  readonly over: Promise<AnyResult | CommandError>;
  readonly #settings: Settings;
  readonly #setup: SetupReport;
  readonly #tree: ProcessTree;

  private constructor(settings: Settings, setup: SetupReport, started: Started) {
    this.#settings = settings;
    this.#setup = setup;
    this.pid = setup.pid ?? started.pid;
    this.#tree = new ProcessTree({ pid: this.pid, leader: true, marker: settings.killMarker });
    this.#tree.pin();
    this.over = this.#watch(started);
  }

  /** Settles when the daemon's process is there. */
  static async start(settings: Settings, started: Started): Promise<Daemon> {
    const { setup, child, wiring, guard } = started;
    // A daemon is to outlive this process.
    guard.release();
    if (!setup) throw refusal(settings, "unsupported", "a daemon needs pipes in /proc");
    const forked = new Promise((resolve) => child.once("exit", resolve));
    wiring.connect(child, () => {});
    const known = setup.until(() => setup.pid !== null);
    const exitCode = await forked;
    if (exitCode === 0) await Promise.race([known, new Promise((resolve) => setTimeout(resolve, 5000).unref())]);
    if (setup.pid !== null) return new Daemon(settings, setup, started);
    setup.close();
    throw refusal(settings, "spawn", "its process could not be forked off");
  }

  async wait(): Promise<AnyResult> {
    const outcome = await this.over;
    if (outcome instanceof CommandError) throw outcome;
    return outcome;
  }

  async signal(name: NodeJS.Signals): Promise<void> {
    // It is there by now, or is gone.
    await signalTree(this.#tree, name, AbortSignal.timeout(0));
  }

  async abort(): Promise<void> {
    await terminate(this.#tree, { graceMs: this.#settings.killGraceMs, hurry: new AbortController().signal });
  }

  async kill(): Promise<void> {
    killNow(this.#tree);
  }

  async write(): Promise<boolean> {
    return false;
  }

  closeStdin(): void {}

  async handshakeWait(): Promise<void> {
    if (!this.#settings.handshake)
      throw refusal(this.#settings, "invalid", "the command was started without handshake()");
    await Promise.race([this.#setup.until((state) => state.type !== "silent"), this.over]);
    if (this.#setup.state.type !== "ready" && this.#setup.state.type !== "started") await this.wait();
  }

  handshakeNotify(): void {
    if (!this.#settings.handshake)
      throw refusal(this.#settings, "invalid", "the command was started without handshake()");
    this.#setup.go();
  }

  async #watch({ startedAt, wiring }: Started): Promise<AnyResult | CommandError> {
    const setup = this.#setup;
    const settled = setup.until(({ type }) => type === "started" || type === "locked" || type === "pre-exec");
    await Promise.race([settled, this.#death()]);
    wiring.release();
    setup.close();
    const result = { ...notStarted, pid: this.pid, durationMs: performance.now() - startedAt };
    if (setup.state.type === "started") return { ...result, exitCode: 0, status: 0, reason: null };
    const preExec = (this.#settings.preExec ?? []).map(quote).join(" ");
    const reason = this.#settings.handshake ? "handshake" : "spawn";
    const error = refusal(
      this.#settings,
      reason,
      setupFault(setup.state, { pidFile: this.#settings.pidFile, preExec }),
    );
    return this.#settings.allowFailure ? { ...result, reason } : error;
  }

  #death(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setInterval(() => {
        const entry = readProcess(this.pid);
        const over = this.#setup.state.type !== "silent" && this.#setup.state.type !== "ready";
        if (!over && entry && !entry.zombie) return;
        clearInterval(timer);
        resolve();
      }, lookMs);
    });
  }
}
