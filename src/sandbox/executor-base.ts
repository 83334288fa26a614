import type { Command } from "../command/index.js";
import { findAbsent, findLostStart, isHidden } from "./absent.js";
import { requireWords } from "./command-in.js";
import { configuredSession } from "./configured-session.js";
import { type ContraryKey, degradeContrary, faultOf } from "./contrary.js";
import { checkEndlessWait, findEndlessWait } from "./endless-wait.js";
import type { View } from "./files-here.js";
import type {
  Backend,
  Executor,
  OpenOptions,
  ResultOf,
  SandboxCapabilities,
  SandboxConfig,
  SandboxProblem,
  SandboxSession,
  SessionOf,
} from "./model.js";
import { checkOptions, degradeOptions, findStrangeOptions } from "./mount-options.js";
import type { NormalConfig, NormalMount } from "./normal.js";
import { findInvalid, normalise } from "./normalise.js";
import { refuse, type SandboxFault, type Subject } from "./refuse.js";
import { rehearsed } from "./rehearse.js";
import { runToResult } from "./run-to-result.js";
import { checkSupported, degrade, findUnsupported } from "./supported.js";

type Warn = (message: string) => void;

/** A command in a sandbox that is there for it alone, and what undoes what was made for it. */
export interface Single {
  readonly command: Command;
  /** Called once, whatever became of the command. */
  close(): Promise<void>;
}

/** What is the same with each backend: the configuration is checked before anything runs, and results have one form. */
export abstract class ExecutorBase implements Executor {
  abstract readonly name: Backend;
  abstract readonly capabilities: SandboxCapabilities;
  /** What the backend can do where a machine has all that it needs. */
  protected abstract readonly utmost: SandboxCapabilities;
  abstract missing(): SandboxProblem | null;
  abstract preflight(): Promise<readonly SandboxProblem[]>;
  /** Options of a mount that the backend does not take. */
  strangeOptions(_mount: NormalMount): readonly string[] {
    return [];
  }

  whyNot(_key: keyof SandboxConfig): string | null {
    return null;
  }

  /** Keys that the backend cannot do beside the others of a configuration; to leave them out is what helps. */
  protected findContrary(_config: SandboxConfig): readonly ContraryKey[] {
    return [];
  }

  /** A sandbox for many commands, by a configuration that was checked. */
  protected abstract openSession(config: NormalConfig, options: OpenOptions): Promise<SandboxSession>;

  /** A sandbox for one command. Its stdio and time-out are set by the caller. */
  protected async openSingle(config: NormalConfig, argv: readonly string[]): Promise<Single> {
    const session = await this.openSession(config, {});
    return { command: session.command(argv), close: () => session.close() };
  }

  degradeConfigForCapabilities(
    config: SandboxConfig,
    { warn = (message) => process.emitWarning(message) }: { readonly warn?: Warn | undefined } = {},
  ): SandboxConfig {
    normalise(config);
    const { name, capabilities } = this;
    checkEndlessWait(config, capabilities);
    const able = degradeOptions(degrade(name, capabilities, { config, warn }), this, warn);
    return degradeContrary(able, this.findContrary(able), warn);
  }

  check(config: SandboxConfig): void {
    this.#check(config);
  }

  faults(config: SandboxConfig): readonly SandboxFault[] {
    const invalid = findInvalid(config);
    // What is of another shape cannot be looked into.
    if (invalid.some(({ at }) => at.length < 2)) return invalid;
    const strange = invalid.length > 0 ? [] : findStrangeOptions(normalise(config), this);
    const unsupported = findUnsupported(this.name, this.utmost, { config });
    const contrary = this.findContrary(config).map(faultOf);
    return [...invalid, ...findEndlessWait(config, this.utmost), ...unsupported, ...contrary, ...strange];
  }

  async unmet(config: SandboxConfig): Promise<readonly SandboxFault[]> {
    return this.findUnmet(this.#check(config));
  }

  protected async findUnmet(config: NormalConfig): Promise<readonly SandboxFault[]> {
    return [...this.findAbsent(config), ...findLostStart(config)];
  }

  hides(config: SandboxConfig, folder: string): boolean {
    const checked = this.#check(config);
    return isHidden(folder, checked, this.viewFor(checked) ?? undefined);
  }

  /** What of this machine's files is hidden beside the mounts; null: nothing. */
  protected viewFor(_config: NormalConfig): View | null {
    return null;
  }

  protected findAbsent(config: NormalConfig): readonly SandboxFault[] {
    return findAbsent(config);
  }

  async rehearse(config: SandboxConfig, options: OpenOptions = {}): Promise<SandboxFault | null> {
    const checked = this.#check(config);
    const [lost] = findLostStart(checked);
    if (lost !== undefined) return lost;
    const tried = this.rehearsal(checked);
    return tried && rehearsed(tried, (wanted) => this.openSession(wanted, options));
  }

  /** What has to be tried of a configuration; null: nothing. */
  protected rehearsal(config: NormalConfig): NormalConfig | null {
    const { filesystemRoot, extraMounts, writablePaths } = config;
    const more = filesystemRoot !== "/" || extraMounts.length > 0 || writablePaths.type === "some";
    return more || isLimited(config) ? config : null;
  }

  async runSandbox<Config extends SandboxConfig>(
    command: readonly string[],
    config?: Config,
  ): Promise<ResultOf<Config>> {
    requireWords(command);
    const checked = this.#check(config ?? {}, command);
    if (checked.forwards.length > 0) {
      throw refuse("unsupported", "forwards are for a session; use open() and its command()", { command });
    }
    this.#requirePresent(checked);
    const single = await this.openSingle(checked, command);
    try {
      return (await runToResult(single.command, checked)) as ResultOf<Config>;
    } finally {
      await single.close();
    }
  }

  async runSandboxWithRedirection(command: readonly string[], config: SandboxConfig = {}): Promise<number> {
    const { stdout = "inherit", stderr = "inherit" } = config;
    return (await this.runSandbox(command, { ...config, stdout, stderr })).exitCode;
  }

  async open<Config extends SandboxConfig>(config?: Config, options: OpenOptions = {}): Promise<SessionOf<Config>> {
    const checked = this.#check(config ?? {});
    this.#requirePresent(checked);
    const { signal } = options;
    if (signal?.aborted) throw stopped();
    const session = await this.openSession(checked, options);
    if (!signal?.aborted) return configuredSession(session, checked) as SessionOf<Config>;
    await session.close();
    throw stopped();
  }

  #requirePresent(config: NormalConfig): void {
    for (const { error } of this.findAbsent(config)) throw error;
  }

  #check(config: SandboxConfig, command?: Subject): NormalConfig {
    const checked = normalise(config);
    const { name, capabilities } = this;
    const whyNot = (key: keyof SandboxConfig) => this.whyNot(key);
    checkSupported(name, capabilities, { config, whyNot, ...(command === undefined ? {} : { command }) });
    checkEndlessWait(config, capabilities);
    for (const contrary of this.findContrary(config)) throw faultOf(contrary).error;
    checkOptions(checked, this);
    return checked;
  }
}

/** Whether a limit may keep a sandbox from being made. */
export function isLimited({ limits }: NormalConfig): boolean {
  const { memory, cpus, pids, openFiles, deviceReadBps, deviceWriteBps } = limits;
  const rates = deviceReadBps.length + deviceWriteBps.length;
  return [memory, cpus, pids, openFiles].some((limit) => limit !== null) || rates > 0;
}

function stopped(): Error {
  return refuse("aborted", "opening it was stopped");
}
