import type { Command, Stderr, Stdout } from "../command/index.js";
import type { SandboxFault } from "./refuse.js";

/** The sandbox tools that there are, by the names that specs and FORGEXEC_SANDBOX use. */
export const BACKENDS = ["none", "chroot", "bubblewrap", "container"] as const;
export type Backend = (typeof BACKENDS)[number];

/** A mount that is made for the sandbox alone and undone with it. */
export interface ExtraMount {
  /** What is mounted: for `bind` an absolute path of the host; without meaning for `proc` and `tmpfs`. */
  readonly source?: string | null;
  /** Where, as an absolute path inside the sandbox. */
  readonly target: string;
  readonly type: "proc" | "tmpfs" | "bind";
  /** As in fstab(5): `ro,nosuid,size=64m`. */
  readonly options?: string;
}

/** Bounds on what runs in the sandbox; sizes as the spec writes them (`512MiB`) or in bytes, times likewise or in ms. */
export interface SandboxLimits {
  readonly memory?: string | number;
  /** Processors, fractions allowed. */
  readonly cpus?: number;
  /** Processes and threads. */
  readonly pids?: number;
  readonly openFiles?: number;
  readonly timeout?: string | number;
  /** Bytes a second, by device. */
  readonly deviceReadBps?: Readonly<Record<string, string | number>>;
  readonly deviceWriteBps?: Readonly<Record<string, string | number>>;
  /** Over the memory limit processes wait instead of being killed. */
  readonly noOomKill?: boolean;
}

/**
 * A way out of an isolated network, and the only one: what connects to 127.0.0.1:`port` inside reaches `to` on this machine,
 * a TCP port of its loopback or a unix socket.
 */
export interface SandboxForward {
  readonly port: number;
  readonly to: { readonly port: number } | { readonly socketPath: string };
}

/** A port of the sandbox that this machine offers to others. */
export interface SandboxPort {
  readonly host: number;
  readonly sandbox: number;
  /** The address that it is offered at. Default 127.0.0.1. */
  readonly address?: string;
}

/** What a sandbox is asked for; what is absent is the backend's own way. */
export interface SandboxConfig {
  /** Absolute, inside the sandbox. */
  readonly cwd?: string;
  /** The whole environment; PATH is kept if absent. */
  readonly env?: Readonly<Record<string, string>>;
  /** Absolute. Default `/`. */
  readonly filesystemRoot?: string;
  readonly filesystemWritablePaths?: "all" | "none" | readonly string[];
  readonly mounts?: "undefined" | "isolated";
  readonly extraMounts?: readonly ExtraMount[];
  readonly network?: "undefined" | "isolated";
  /** Ports of the sandbox's own loopback that lead to this machine; for a session whose network is not this machine's. */
  readonly forwards?: readonly SandboxForward[];
  /** As Command's, of each command; a session's may have its own. Default `capture`. */
  readonly stdout?: Stdout;
  readonly stderr?: Stderr;
  /** Container image. */
  readonly image?: string;
  /** Whether an image that is not on this machine is fetched. Default `missing`. */
  readonly pull?: "missing" | "never";
  /** Published while the sandbox is open. */
  readonly ports?: readonly SandboxPort[];
  /**
   * A folder of this machine, at the same path inside, which commands may write to as whoever they run as. When the sandbox is closed, all
   * of it belongs to the folder's owner.
   */
  readonly workspace?: string;
  readonly limits?: SandboxLimits;
  /** Linux capabilities by name, without `CAP_`, in any case. */
  readonly capabilities?: { readonly drop?: readonly string[]; readonly add?: readonly string[] };
}

/** For each key of the configuration the values that a backend takes; `any` for paths and free values; empty where it takes none. */
export type SandboxCapabilities = Readonly<
  Record<Exclude<keyof SandboxConfig, ContainersOwn>, readonly string[]> &
    Partial<Record<ContainersOwn, readonly string[]>>
>;
/** Keys that a backend without containers need not name. */
type ContainersOwn = "pull" | "ports" | "workspace";

/** Something without which a backend cannot work on this machine: what is missing, by name, and what to do about it. */
export interface SandboxProblem {
  /** A stable, kebab-case name, as `no-bwrap`. */
  readonly code: string;
  readonly message: string;
}

export interface SandboxResult<Out extends string | Buffer = string, Err extends string | Buffer = string> {
  readonly exitCode: number;
  /** Null where discarded or redirected. */
  readonly stdout: Out | null;
  readonly stderr: Err | null;
}

/** The result that a configuration's outputs make: bytes where it says `buffer`, else text. */
export type ResultOf<Config extends SandboxConfig> = SandboxResult<Kept<Config["stdout"]>, Kept<Config["stderr"]>>;
/** The session of such a configuration, likewise. */
export type SessionOf<Config extends SandboxConfig> = SandboxSession<Kept<Config["stdout"]>, Kept<Config["stderr"]>>;
type Kept<To> = [To] extends ["buffer"] ? Buffer : string;

/** Who waits for a sandbox to be opened, which takes long where an image has to be fetched. */
export interface OpenOptions {
  /** Ends the opening; it has no part in the sandbox once that is open. */
  readonly signal?: AbortSignal | undefined;
  /** Told each line in which the container engine says how far it is with fetching the image. */
  readonly onProgress?: ((line: string) => void) | undefined;
}

/** One sandbox for many commands, which share its namespaces. */
export interface SandboxSession<Out extends string | Buffer = string, Err extends string | Buffer = string> {
  /** A command that will run inside, with the configuration's outputs; its stdio, time-outs and so on are set as for any other. */
  command(argv: readonly string[]): Command<Out, Err>;
  /**
   * Resolves when something answers at an address inside: an http URL with a status from 200 to 399, a TCP port with a connection. Rejects
   * with the signal's reason when that is aborted, and with a CommandError where the network cannot be entered. Absent: the sandbox's
   * network is this machine's, or it cannot be entered from here.
   */
  untilAnswered?(at: SandboxAddress, signal: AbortSignal): Promise<void>;
  /** Ends what still runs inside and undoes every mount. Safe to call twice. */
  close(): Promise<void>;
}

/** Where something is expected to answer. */
export type SandboxAddress = { readonly url: string } | { readonly host: string; readonly port: number };

export interface Executor {
  readonly name: Backend;
  /** What the backend can do on this machine, as far as that can be told without running anything. */
  readonly capabilities: SandboxCapabilities;
  /** Why a key has not all of its values on this machine, and what to do about it; null: there is no more to say than which it has. */
  whyNot(key: keyof SandboxConfig): string | null;
  /**
   * The configuration with what this backend lacks set to what it can do instead (`network: "undefined"`), or taken out where there is no
   * such value; `warn` is told of each change, a sentence each (default: Node's warnings).
   * @throws CommandError "invalid", naming the key
   */
  degradeConfigForCapabilities(
    config: SandboxConfig,
    options?: { readonly warn?: ((message: string) => void) | undefined },
  ): SandboxConfig;
  /**
   * Checks a configuration as `open` does, and runs nothing.
   * @throws CommandError "invalid" or "unsupported", naming the key
   */
  check(config: SandboxConfig): void;
  /**
   * Everything for which a configuration is refused on any machine, each with its place; looks at nothing of this one. One with the reason
   * "unsupported" may be degraded.
   */
  faults(config: SandboxConfig): readonly SandboxFault[];
  /**
   * What a configuration names of this machine and is not there: folders, devices, ports that are free; `cwd`, as far as it is known what
   * is inside. Makes nothing.
   * @throws CommandError as `check`
   */
  unmet(config: SandboxConfig): Promise<readonly SandboxFault[]>;
  /**
   * Whether a folder that a session's command would start in is surely not there when the sandbox is opened, since the sandbox hides what it
   * lies in. An absolute path.
   * @throws CommandError as `check`
   */
  hides(config: SandboxConfig, folder: string): boolean;
  /**
   * Opens a sandbox, has it run true(1) and closes it, where a configuration asks for more than `preflight` tried: what kept it from that,
   * such as limits that are too low, or a `cwd` that is not there; null: nothing. A container's is without workspace and ports.
   * @throws CommandError as `check`, and `aborted`
   */
  rehearse(config: SandboxConfig, options?: OpenOptions): Promise<SandboxFault | null>;
  /** What this machine plainly lacks for the backend, without running anything; null: nothing that can be told so. */
  missing(): SandboxProblem | null;
  /** Tries the backend out: what is missing; empty where it works. Runs helper programs only, nothing of the caller's. */
  preflight(): Promise<readonly SandboxProblem[]>;
  /**
   * Runs one command in a sandbox of its own, to its end. Whatever its exit code, it is a result; a signal's is 128 + its number.
   *
   * @throws CommandError with reason `unsupported` or `invalid` before anything runs; `not-found`, `not-executable`, `mount`, `spawn`
   * where it could not be started; `limit` (with `limit`) and `timeout` where one ended it.
   */
  runSandbox<Config extends SandboxConfig>(command: readonly string[], config?: Config): Promise<ResultOf<Config>>;
  /** As `runSandbox`, for output that goes elsewhere: gives the exit code. Default: this process's own stdout and stderr. */
  runSandboxWithRedirection(command: readonly string[], config?: SandboxConfig): Promise<number>;
  /**
   * Opens a sandbox for many commands. `close` it whatever happens; the end of this process closes it too.
   * @throws CommandError `aborted` by the options' signal, with nothing left; else as `runSandbox`
   */
  open<Config extends SandboxConfig>(config?: Config, options?: OpenOptions): Promise<SessionOf<Config>>;
}
