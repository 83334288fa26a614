import type {
  PhaseName,
  Platform,
  Position,
  PublishedPort,
  Readiness,
  SandboxBackend,
  SandboxSettings,
  Value,
} from "../spec/index.js";

export const STAGES = ["execute", "staging", "production", "all"] as const;
export type Stage = (typeof STAGES)[number];

/** One command that will run, with everything decided but the values of its secrets. */
export interface PlannedStep {
  /** Index within the phase, from 0. */
  readonly step: number;
  readonly name: string;
  readonly argv: readonly string[];
  readonly background: boolean;
  /** What is added to the machine's environment. Secrets stand as references, never as values. */
  readonly environment: Readonly<Record<string, Value>>;
  /** Absolute. */
  readonly workingDirectory: string;
  readonly timeoutMs: number | null;
  readonly idleTimeoutMs: number | null;
  /** Further tries after a failure. */
  readonly retry: number;
  readonly continueOnError: boolean;
  readonly ready: Readiness | null;
  /** A file whose content is the command's standard input; absolute. */
  readonly stdin: string | null;
  /** The only platform that the step runs on; null: all. */
  readonly if: Platform | null;
  /** Why the step will not run; null: it runs. */
  readonly skip: string | null;
  /** Whether it need not run where the environment comes whole from the cache. */
  readonly cacheable: boolean;
  readonly position: Position;
}

/** What a phase's commands are shut into. */
export interface PlannedSandbox {
  /** As asked for: what `auto` stands for is seen on the machine, before anything runs. */
  readonly backend: SandboxBackend;
  /** The variable of the machine that named the backend, in place of `auto`; absent: none did. */
  readonly namedBy?: string;
  readonly image: string | null;
  readonly ports: readonly PublishedPort[];
  /** A folder that is seen at the same path, writable; absolute. */
  readonly workspace: string;
  /** What becomes of what the backend cannot do. */
  readonly lacking: "refused" | "left-out";
  /** The rest, its paths absolute. */
  readonly configuration: Omit<SandboxSettings, "backend" | "degrade">;
}

export interface PlannedPhase {
  readonly phase: PhaseName;
  readonly parallel: boolean;
  readonly timeoutMs: number | null;
  readonly idToken: boolean;
  /** Null: commands run on the machine as they are. */
  readonly sandbox: PlannedSandbox | null;
  /** What every command of the phase gets besides its own values. */
  readonly environment: Readonly<Record<string, Value>>;
  readonly steps: readonly PlannedStep[];
}

/** What `forgexec plan --json` prints and `run` does. Plain data: it survives JSON. */
export interface Plan {
  readonly version: string;
  /** The spec's file as messages show it: relative to the folder that forgexec was called in, where it lies within that. */
  readonly spec: string;
  readonly stage: Stage;
  /** Where commands run; absolute. */
  readonly directory: string;
  /** Key of the environment in the package cache; null: no cache. */
  readonly cacheKey: string | null;
  /** Why `cacheKey` is not known although there will be one, for people; absent: it is, or there is none. */
  readonly cacheKeyMissing?: string;
  /** Whether the build has a Python environment of its own, and from which interpreter (null: python3 on PATH). */
  readonly needsPython: boolean;
  readonly python: string | null;
  readonly timeoutMs: number | null;
  readonly keepGoing: boolean;
  readonly phases: readonly PlannedPhase[];
  /** Findings that do not stop the run, such as an encrypted value left out of a phase. */
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
}
