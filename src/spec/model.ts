/** What a valid spec says, after normalisation: shorthand forms are gone, words are split, durations are milliseconds. */

/** Every phase, in the order of the stage `all`. */
export const PHASES = [
  "install",
  "linting",
  "execute",
  "staging/deploy",
  "staging/execute",
  "production/deploy",
  "production/execute",
] as const;

export type PhaseName = (typeof PHASES)[number];

/** A place in the spec's text; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A value that is written down, taken from forgexec's own environment, or age-encrypted (armoured). */
export type Value = string | { readonly env: string } | { readonly encrypted: string };

export type Values = Readonly<Record<string, Value>>;

/** How a background step shows that it is ready. `timeoutMs` bounds the wait. */
export type Readiness = { readonly timeoutMs: number } & (
  | { readonly kind: "http"; readonly url: string }
  | { readonly kind: "tcp"; readonly host: string; readonly port: number }
  | { readonly kind: "log"; readonly pattern: string }
  | { readonly kind: "command"; readonly words: readonly string[] }
);

export type Platform = "linux" | "macos" | "windows";

/** What commands can be shut into; `auto`: the best that the machine has. */
export const SANDBOX_BACKENDS = ["auto", "none", "chroot", "bubblewrap", "container"] as const;
export type SandboxBackend = (typeof SANDBOX_BACKENDS)[number];

/** A mount that commands see. Paths as the spec has them: relative ones start from the folder that commands run in. */
export interface SandboxMount {
  readonly source?: string;
  readonly target: string;
  readonly type: "proc" | "tmpfs" | "bind";
  /** As in fstab(5). */
  readonly options?: string;
}

/** Bounds on what runs in a sandbox; sizes and times as the spec writes them. */
export interface SandboxBounds {
  readonly memory?: string;
  /** Processors, fractions allowed. */
  readonly cpus?: number;
  readonly pids?: number;
  readonly openFiles?: number;
  readonly timeout?: string;
  /** Bytes a second, by device. */
  readonly deviceReadBps?: Readonly<Record<string, string>>;
  readonly deviceWriteBps?: Readonly<Record<string, string>>;
  readonly noOomKill?: boolean;
}

/** A `sandbox` as the spec has it; what is absent is not said. */
export interface SandboxSettings {
  readonly backend?: SandboxBackend;
  readonly filesystemRoot?: string;
  readonly filesystemWritablePaths?: "all" | "none" | readonly string[];
  readonly mounts?: "undefined" | "isolated";
  readonly extraMounts?: readonly SandboxMount[];
  readonly network?: "undefined" | "isolated";
  readonly limits?: SandboxBounds;
  readonly capabilities?: { readonly drop?: readonly string[]; readonly add?: readonly string[] };
  /** Whether what the backend cannot do is left out with a warning, instead of being an error. */
  readonly degrade?: boolean;
}

/** A port of the container that the machine offers at its loopback. */
export interface PublishedPort {
  readonly host: number;
  readonly sandbox: number;
}

export interface Step {
  /** Where the command's text begins. */
  readonly position: Position;
  readonly name?: string;
  /** The command as written. */
  readonly command: string;
  /** The command's words; empty when a shell runs it. */
  readonly words: readonly string[];
  /** The shell that runs the command: a name on PATH or a path. Absent: no shell. */
  readonly shell?: string;
  readonly background: boolean;
  readonly ready?: Readiness;
  readonly environment: Values;
  readonly workingDirectory?: string;
  readonly timeoutMs?: number;
  readonly idleTimeoutMs?: number;
  /** Further tries after a failure. */
  readonly retry: number;
  readonly continueOnError: boolean;
  readonly if?: Platform;
  /** A file, relative to the step's working directory. */
  readonly stdin?: string;
  /** Whether it need not run where the environment comes whole from the cache. Absent: what the command does decides. */
  readonly cached?: boolean;
}

export interface Phase {
  readonly name: PhaseName;
  readonly position: Position;
  readonly steps: readonly Step[];
  readonly parallel: boolean;
  readonly timeoutMs?: number;
  /** OIDC variables reach this phase's commands. */
  readonly idToken: boolean;
  /** Patterns of the files that installing depends on, where `install` declares them. */
  readonly inputs?: readonly string[];
  /** What this phase says of its sandbox; it stands before the spec's own, key by key. */
  readonly sandbox?: SandboxSettings;
}

export interface IndexServer {
  readonly name: string;
  readonly repository: string;
  readonly username?: string;
  readonly password?: Value;
}

/** An index that packages can be pinned to. */
export interface NamedIndex {
  readonly name: string;
  readonly url: string;
}

export interface PackagePin {
  /** A package's name, or a glob of names. */
  readonly pattern: string;
  /** Name of the index. */
  readonly index: string;
}

export interface Pypi {
  readonly indexServers: readonly IndexServer[];
  readonly indexUrl?: string;
  /** Those with a name among them. */
  readonly extraIndexUrls: readonly string[];
  readonly namedIndexes: readonly NamedIndex[];
  /** Which index alone may serve a package. Names count before globs; of globs the first that fits. */
  readonly pins: readonly PackagePin[];
  readonly trustedHosts: readonly string[];
  readonly findLinks: readonly string[];
  /** Version of the environment's pip: a version number, `newest` or `bundled`. */
  readonly pip?: string;
}

export interface Spec {
  /** The file's name as the user gave it, for messages. */
  readonly file: string;
  /** Interpreter of the build's environment: a version or a path. */
  readonly python?: string;
  readonly environment: Values;
  /** The container image that every phase runs in. */
  readonly image?: string;
  /** Published while a phase runs; only with an image. */
  readonly ports: readonly PublishedPort[];
  readonly sandbox?: SandboxSettings;
  readonly pypi?: Pypi;
  readonly timeoutMs?: number;
  readonly phases: Readonly<Partial<Record<PhaseName, Phase>>>;
  /** The parts that decide what the environment holds, as plain data, for keys. */
  readonly environmentInputs: { readonly python: unknown; readonly pypi: unknown; readonly install: unknown };
}
