import type { Readable, Writable } from "node:stream";
import type { ClientEnd, Verdict } from "./verdict.js";

/** Where a command's input comes from; `bytes` is text or a Buffer that was handed over. */
export type InputSource =
  | { readonly type: "null" }
  | { readonly type: "inherit" }
  | { readonly type: "pipe" }
  | { readonly type: "fd"; readonly fd: number }
  | { readonly type: "bytes"; readonly bytes: Buffer }
  | { readonly type: "stream"; readonly stream: Readable };

/** Where one of a command's outputs goes. */
export type OutputTarget =
  | { readonly type: "null" }
  | { readonly type: "inherit" }
  | { readonly type: "capture" }
  | { readonly type: "buffer" }
  | { readonly type: "pipe" }
  | { readonly type: "fd"; readonly fd: number }
  | { readonly type: "stream"; readonly stream: Writable }
  | { readonly type: "line"; readonly line: (line: string) => void }
  | { readonly type: "stdout" };

/** Limits of the child, as setrlimit(2) names them: counts, bytes and seconds; Infinity lifts a soft limit to the hard one's "unlimited". */
export interface Limits {
  /** RLIMIT_NPROC; does not bind root. */
  readonly processes?: number;
  /** RLIMIT_NOFILE. */
  readonly openFiles?: number;
  /** RLIMIT_MEMLOCK, bytes. */
  readonly lockedMemory?: number;
  /** RLIMIT_CORE, bytes. */
  readonly coreSize?: number;
  /** RLIMIT_CPU, seconds. */
  readonly cpuTime?: number;
  /** RLIMIT_AS, bytes. */
  readonly addressSpace?: number;
}

/** Who the child runs as; `groups` are the supplementary groups, none unless given. */
export interface UserIds {
  readonly uid: number;
  readonly gid?: number;
  readonly groups?: readonly number[];
}

/** A further descriptor of the child: one of the parent's, or a buffer to be read from it. */
export type PassedFd =
  | { readonly type: "fd"; readonly fd: number; readonly closeInParent: boolean }
  | { readonly type: "bytes"; readonly bytes: Buffer };

/** A variable of the environment by which every process of a command can be told, whatever session or parent it has now. */
export interface KillMarker {
  readonly name: string;
  readonly value: string;
}

/** A place that a command runs in, as a container: something here, the client, starts it there and stands for it. */
export interface Enclosure {
  /** The client for a command. Throws the CommandError that says why the command cannot be run there. */
  enter(settings: Readonly<Settings>): Promise<Client>;
}

/** What is started here so that the command runs there. */
export interface Client {
  /**
   * The client's own program, arguments and environment, with the command's input and outputs. Its `killMarker` finds the processes there;
   * the client itself is asked to end only by SIGKILL, so that it can hand over what they still write.
   */
  readonly settings: Settings;
  /** What the client's failure means, where it was not the command's own; null: that is all. Not asked where this process ended it. */
  judge(end: ClientEnd): Promise<Verdict | null>;
  /** Signals the processes there, where this one cannot find them or may not; it settles when that was tried, and never rejects. */
  signal?(name: NodeJS.Signals): Promise<void>;
  /** Called once, when all is over, also where the client could not be started. Never rejects. */
  leave(): Promise<void>;
}

/** Everything a command was told, as plain data. */
export interface Settings {
  program: string;
  args: string[];
  /** null: the parent's environment, whole. */
  environment: Map<string, string> | null;
  cwd: string | null;
  umask: number | null;
  limits: Limits;
  user: UserIds | null;
  clearCapabilities: boolean;
  capabilities: string[];
  selinuxLabel: string | null;
  appArmorProfile: string | null;
  stdin: InputSource;
  stdout: OutputTarget;
  stderr: OutputTarget;
  maxBuffer: number;
  passed: PassedFd[];
  pidFile: string | null;
  daemonize: boolean;
  preExec: readonly string[] | null;
  handshake: boolean;
  timeoutMs: number | null;
  idleTimeoutMs: number | null;
  killGraceMs: number;
  drainMs: number;
  signal: AbortSignal | null;
  killSignal: AbortSignal | null;
  allowFailure: boolean;
  leftovers: "keep" | "kill";
  killMarker: KillMarker | null;
  session: "new" | "same" | null;
  inheritedFds: "close" | "pass";
  enclosure: Enclosure | null;
  /** "relay": it stands for processes elsewhere, ends when they do, and is asked to end only by SIGKILL. */
  role: "command" | "relay";
  /** How a client's own messages begin. What begins so, and is no longer than they are, is no output until it is known whose it is. */
  ownWords: readonly string[];
}

/** A command's settings before anything is asked of it: virCommand's defaults, which discard output. */
export function defaultSettings(program: string, args: readonly string[]): Settings {
  return {
    program,
    args: [...args],
    environment: null,
    cwd: null,
    umask: null,
    limits: {},
    user: null,
    clearCapabilities: false,
    capabilities: [],
    selinuxLabel: null,
    appArmorProfile: null,
    stdin: { type: "null" },
    stdout: { type: "null" },
    stderr: { type: "null" },
    maxBuffer: 100 * 1024 * 1024,
    passed: [],
    pidFile: null,
    daemonize: false,
    preExec: null,
    handshake: false,
    timeoutMs: null,
    idleTimeoutMs: null,
    killGraceMs: 3000,
    drainMs: 250,
    signal: null,
    killSignal: null,
    allowFailure: false,
    leftovers: "keep",
    killMarker: null,
    session: null,
    inheritedFds: "close",
    enclosure: null,
    role: "command",
    ownWords: [],
  };
}
