import type { Stderr, Stdout } from "../command/index.js";
import type { SandboxForward, SandboxPort } from "./model.js";

/** Which paths may be written to, inside. */
export type WritablePaths =
  | { readonly type: "all" }
  | { readonly type: "none" }
  | { readonly type: "some"; readonly paths: readonly string[] };

/** A mount with its options taken apart. */
export interface NormalMount {
  readonly type: "proc" | "tmpfs" | "bind";
  /** null: not a bind mount. */
  readonly source: string | null;
  /** Absolute, without `.`, `..` and double slashes. */
  readonly target: string;
  readonly options: readonly string[];
}

export interface DeviceRate {
  /** Absolute path of the block device. */
  readonly device: string;
  /** Bytes a second. */
  readonly bps: number;
}

/** Bounds in bytes, counts and milliseconds; null: none. */
export interface NormalLimits {
  readonly memory: number | null;
  readonly cpus: number | null;
  readonly pids: number | null;
  readonly openFiles: number | null;
  readonly timeout: number | null;
  readonly deviceReadBps: readonly DeviceRate[];
  readonly deviceWriteBps: readonly DeviceRate[];
  readonly noOomKill: boolean;
}

/** A configuration that was checked: every value of one form, nothing left to be asked. */
export interface NormalConfig {
  readonly cwd: string | null;
  /** null: this process's own. */
  readonly env: Readonly<Record<string, string>> | null;
  readonly filesystemRoot: string;
  readonly writablePaths: WritablePaths;
  readonly mounts: "undefined" | "isolated";
  readonly extraMounts: readonly NormalMount[];
  readonly network: "undefined" | "isolated";
  readonly forwards: readonly SandboxForward[];
  readonly stdout: Stdout;
  readonly stderr: Stderr;
  readonly image: string | null;
  readonly pull: "missing" | "never";
  readonly ports: readonly Required<SandboxPort>[];
  /** null: none. */
  readonly workspace: string | null;
  readonly limits: NormalLimits;
  /** Lower case, without `cap_`, no name twice. */
  readonly capabilities: { readonly drop: readonly string[]; readonly add: readonly string[] };
}
