import type { Command } from "../command/index.js";
import type { PlannedPhase, PlannedSandbox } from "../plan/index.js";
import type { PhaseName, Readiness, Value } from "../spec/index.js";
import type { CacheSummary } from "./events.js";

/** Replaces secrets in text. Every line of a value that was added is a secret of its own. */
export interface Masker {
  add(value: string): void;
  /** Masks a text of whole lines. */
  mask(text: string): string;
  /** Masks a text that comes in pieces, cut anywhere; each text has a stream of its own. */
  stream(): MaskStream;
  /** Length of the longest masked string in UTF-16 units; 0 when there is none. */
  readonly longest: number;
}

/** The pieces that come out make the masked text of all that went in. */
export interface MaskStream {
  /** Never holds back more than a secret's length, nor across a line's end. */
  push(text: string): string;
  /** Gives what was held back. */
  end(): string;
}

/** The build's own Python environment and what pip is configured with, for the length of one run. */
export interface PackageSession {
  /** Variables for every command; VIRTUAL_ENV and PIP_CONFIG_FILE among them. */
  readonly variables: Readonly<Record<string, string>>;
  /** Variables for one command beside those. */
  variablesFor?(argv: readonly string[]): Readonly<Record<string, string>>;
  /** What a command gets for a variable that the spec sets: where it names indexes, what stands in for them. */
  standIn?(variable: { readonly name: string; readonly value: string; readonly argv: readonly string[] }): string;
  /** Variables of the machine that commands must not see, such as PYTHONHOME. */
  readonly remove?: readonly string[];
  /** Folders that go first on PATH. */
  readonly path: readonly string[];
  /** Called before each phase's first step. */
  enterPhase(phase: PhaseName): Promise<void>;
  /** Called after each phase; `succeeded` tells whether all its steps did. */
  leavePhase(phase: PhaseName, outcome: { readonly succeeded: boolean }): Promise<void>;
  /** `whole`: it holds all that install puts into it, so that steps which do nothing but fill it need not run. */
  readonly contents?: "whole" | "unknown";
  /** Puts the user's files back, and keeps what is worth keeping. Safe to call twice. */
  close(outcome?: { readonly succeeded: boolean }): Promise<void>;
  /** What the package cache did; complete once the session is closed. */
  cache?(): CacheSummary;
  /** Whose Python it is; absent: this machine's. Of no use outside of the image. */
  readonly madeBy?: { readonly machine: string } | { readonly image: string };
  /** What commands in a sandbox have to see of it. */
  places?(phase: PhaseName): Promise<PackagePlaces>;
  /** Called before commands in a sandbox get to write to the environment. */
  expose?(phase: PhaseName): Promise<void>;
  /** The run's package index on loopback; null: it has none. */
  readonly index?: { readonly port: number; offlinePort(): Promise<number> } | null;
}

/** Where the build's own environment and what belongs to it lie on this machine; absolute. */
export interface PackagePlaces {
  /** The environment itself. */
  readonly environment: string;
  /** What commands read: configuration files, the interpreter where it lies in the home. */
  readonly readable: readonly string[];
  /** What commands write to: the clients' caches. */
  readonly writable: readonly string[];
  /** What commands read at another path than its own here. */
  readonly elsewhere: readonly { readonly source: string; readonly target: string }[];
}

/** What a phase's commands run in, open as long as the phase lasts. */
export interface PhaseSandbox {
  /** What was asked for, with the backend that was chosen. */
  readonly planned: PlannedSandbox;
  /** A command that will run inside; its environment, folder and stdio are set as for any other. */
  command(argv: readonly string[]): Command;
  /** What commands start from, in place of the machine's environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Whether the build's own environment is to be had inside. */
  readonly packages: "inside" | "absent";
  /** What has to be said of it, for people; null: nothing. */
  readonly notice: string | null;
  /** The folder that a step's standard input has to lie in, links followed. */
  readonly workspace: string;
  /** Resolves when something answers inside; rejects only when `signal` is aborted. Null: the network is this machine's. */
  readonly untilAnswered:
    | ((ready: Extract<Readiness, { kind: "http" | "tcp" }>, signal: AbortSignal) => Promise<void>)
    | null;
  /** Ends what still runs inside and undoes what was made for it. Safe to call twice. */
  close(): Promise<void>;
}

/** What a run needs from outside; each may be replaced in a test. */
export interface RunServices {
  readonly now: () => Date;
  /** Milliseconds of the run's time that have gone by already, as for fetching an image. Default 0. */
  readonly spentMs?: number;
  /** The environment that commands start from, already without the runner's secrets. */
  readonly environment: Readonly<Record<string, string>>;
  /** OIDC variables, for phases with `id-token: true` only. */
  readonly idTokenEnvironment: Readonly<Record<string, string>>;
  /** The text of a value of the plan; every secret among them has been masked before the run begins. */
  readonly resolve: (value: Value) => string;
  readonly masker: Masker;
  /** Puts right what a run that was killed left behind; called first. Gives sentences for the user. */
  readonly recover: () => Promise<readonly string[]>;
  /** Makes the build's environment; called once, when a phase first needs it. Null: there is none to be had, and the spec does not insist. `note` tells of progress. */
  readonly openPackages: (options: {
    readonly note: (line: string) => void;
    /** Told of a fault that costs time, not the build. */
    readonly warn: (code: string, message: string) => void;
    readonly signal: AbortSignal;
    /** The phases that are about to run; absent: the plan's. None: the environment is taken as it is. */
    readonly phases?: readonly PhaseName[];
  }) => Promise<PackageSession | null>;
  /**
   * Opens what the phase's commands are shut into; called after the phase's environment was entered, where the plan has a sandbox.
   * Null: it isolates nothing. A UsageError: it cannot be opened.
   */
  readonly openSandbox: (options: {
    readonly phase: PlannedPhase;
    readonly packages: PackageSession | null;
    /** Ends the opening. */
    readonly signal: AbortSignal;
  }) => Promise<PhaseSandbox | null>;
  /** Aborted: the run is cancelled, its processes get SIGTERM and after a grace period SIGKILL. */
  readonly signal: AbortSignal;
  /** Aborted: what still runs is killed at once. */
  readonly killSignal: AbortSignal;
}
