import type { PhaseName, Pypi, Value } from "../spec/index.js";
import type { CacheSummary } from "./cache-summary.js";
import type { PythonImage } from "./image-python.js";
import type { PackageCache, PendingSave } from "./package-cache.js";
import type { EnvironmentInputs } from "./stamp.js";

/** The build's own Python environment and what pip is configured with, for the length of one run. */
export interface PackageSession {
  /** Variables for every command; VIRTUAL_ENV and PIP_CONFIG_FILE among them. */
  readonly variables: Readonly<Record<string, string>>;
  /** Variables for one command beside those: what is not to be led through the package index. */
  variablesFor(argv: readonly string[]): Readonly<Record<string, string>>;
  /** What a command gets for a variable that the spec sets: where it names indexes to pip, what stands in for them. */
  standIn(variable: { readonly name: string; readonly value: string; readonly argv: readonly string[] }): string;
  /** Variables of the machine that commands must not see: they would lead the environment's Python elsewhere. */
  readonly remove: readonly string[];
  /** Folders that go first on PATH. */
  readonly path: readonly string[];
  /** Whose Python it is: one of this machine's, or a container image's, of no use outside of that. */
  readonly madeBy: { readonly machine: string } | { readonly image: string };
  /** The environment's path, the same in each run of a repository on a machine. */
  readonly environmentPath: string;
  /** What commands that do not see this machine's files have to see of it in a phase. */
  places(phase: PhaseName): Promise<PackagePlaces>;
  /**
   * To be called before commands of a sandbox get to write to the environment: from then on it counts as whatever they make of it, and no later
   * run takes it as it stands; only what was packed of it before.
   */
  expose(phase: PhaseName): Promise<void>;
  /** The run's package index on loopback, and an address of its which asks nobody; null: it has none. */
  readonly index: { readonly port: number; offlinePort(): Promise<number> } | null;
  /** Called before each phase's first step. */
  enterPhase(phase: PhaseName): Promise<void>;
  /** Called after each phase; `succeeded` tells whether all its steps did. */
  leavePhase(phase: PhaseName, outcome: { readonly succeeded: boolean }): Promise<void>;
  /** `whole`: it holds all that install puts into it, so that steps which do nothing but fill it need not run. */
  readonly contents: "whole" | "unknown";
  /** Puts the user's files back, and keeps what is worth keeping. Safe to call twice. */
  close(outcome?: { readonly succeeded: boolean }): Promise<void>;
  /** What the package cache did; complete once the session is closed. */
  cache(): CacheSummary;
  /** What is to be saved by a process that comes after this one; complete once the session is closed. */
  pending(): readonly PendingSave[];
}

/** Where the environment and what belongs to it lie on this machine; absolute. */
export interface PackagePlaces {
  readonly environment: string;
  /** What commands read. */
  readonly readable: readonly string[];
  /** What commands write to. */
  readonly writable: readonly string[];
  /** What commands read at another path than its own here. */
  readonly elsewhere: readonly { readonly source: string; readonly target: string }[];
}

/** What the build's environment is made of and where. */
export interface PackageOptions {
  /** Interpreter: a version or a path; null: python3 on PATH. */
  readonly python: string | null;
  /** The container image whose own Python makes the environment; absent: this machine's does. */
  readonly image?: PythonImage;
  readonly pypi: Pypi | undefined;
  readonly environmentInputs: EnvironmentInputs;
  /** Variables that the spec gives to all its commands, as written. */
  readonly specEnvironment?: Readonly<Record<string, unknown>>;
  /** Values that the spec gives PIP_INDEX_URL or PIP_EXTRA_INDEX_URL. */
  readonly indexes?: readonly string[];
  /** Planned commands, as words; those that go past the package index are told of. */
  readonly commands?: readonly (readonly string[])[];
  /** Those of them that reach nothing but the run's index. */
  readonly isolatedCommands?: readonly (readonly string[])[];
  /** `only-index`: some commands reach nothing but the run's index, so that there is one also without a package cache. Default `open`. */
  readonly reach?: "open" | "only-index";
  /** `some`: commands of a sandbox, which may be anybody's, get at what is kept. Default `none`. */
  readonly sandboxes?: "some" | "none";
  /** Planned phases that have steps. */
  readonly phases: readonly PhaseName[];
  /** The project: where commands run; absolute. */
  readonly directory: string;
  readonly cacheDirectory: string;
  /** Owner and name of the repository, where known: they name the environment. */
  readonly owner: string | null;
  readonly repository: string | null;
  /** The machine's environment, already without the runner's secrets. */
  readonly environment: Readonly<Record<string, string>>;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  /** What stands for `/` where pip's system-wide configuration is looked for; absent: `/`. */
  readonly root?: string;
  /** The text of a value; throws where it can't be had. */
  readonly resolve: (value: Value) => string;
  /** What earlier runs have left; absent: only the environment that stands in its place is used again. */
  readonly cache?: PackageCache;
  /** `offline`: nothing is asked of any index. Default `online`. */
  readonly network?: "online" | "offline";
  /** Milliseconds since the epoch. Default: the clock. */
  readonly now?: () => number;
  /** Told of progress and of what the user should know, a line each. */
  readonly note: (line: string) => void;
  /** Told of a fault that costs time, not the build. Default: `note`. */
  readonly warn?: (code: string, message: string) => void;
  readonly signal?: AbortSignal;
}
