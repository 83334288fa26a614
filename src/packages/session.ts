import type { PhaseName, Pypi, Value } from "../spec/index.js";
import type { EnvironmentInputs } from "./stamp.js";

/** The build's own Python environment and what pip is configured with, for the length of one run. */
export interface PackageSession {
  /** Variables for every command; VIRTUAL_ENV and PIP_CONFIG_FILE among them. */
  readonly variables: Readonly<Record<string, string>>;
  /** Variables of the machine that commands must not see: they would lead the environment's Python elsewhere. */
  readonly remove: readonly string[];
  /** Folders that go first on PATH. */
  readonly path: readonly string[];
  /** The environment's path, the same in each run of a repository on a machine. */
  readonly environmentPath: string;
  /** Called before each phase's first step. */
  enterPhase(phase: PhaseName): Promise<void>;
  /** Called after each phase; `succeeded` tells whether all its steps did. */
  leavePhase(phase: PhaseName, outcome: { readonly succeeded: boolean }): Promise<void>;
  /** Puts the user's files back. Safe to call twice. */
  close(): Promise<void>;
}

/** What the build's environment is made of and where. */
export interface PackageOptions {
  /** Interpreter: a version or a path; null: python3 on PATH. */
  readonly python: string | null;
  readonly pypi: Pypi | undefined;
  readonly environmentInputs: EnvironmentInputs;
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
  /** Told of progress and of what the user should know, a line each. */
  readonly note: (line: string) => void;
  readonly signal?: AbortSignal;
}
