import { type Place, UsageError } from "../errors.js";
import type { PendingSave } from "../packages/index.js";
import type { Plan } from "../plan/index.js";
import type { Event, PackageSession, PhaseSandbox } from "../run/index.js";
import type { Diagnostic, Spec } from "../spec/index.js";
import type { Machine } from "./machine.js";
import type { CacheChoice } from "./package-cache.js";

export interface BuildOptions {
  readonly machine: Machine;
  /** The spec's file; absent: `.forge.yml`, in `directory` if that is given, else found upwards from the working directory. */
  readonly spec?: string;
  /** Where commands run; absent: the folder that the spec lies in. */
  readonly directory?: string;
  /** Folder that spec and directory must lie in, links resolved (the action's workspace). */
  readonly confineTo?: string;
  readonly stage: string;
  readonly phases: readonly string[];
  readonly from?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly python?: string;
  /** A sandbox's name, in place of the spec's. */
  readonly sandbox?: string;
  /** A container image, in place of the spec's. */
  readonly image?: string;
  /** A duration as the spec writes it. */
  readonly timeout?: string;
  readonly keepGoing: boolean;
  /** An age identity. */
  readonly decryptionKey?: string;
  /** `left-alone`: no secret is looked up or decrypted, so the build can be shown but not run. Default: `opened`. */
  readonly secrets?: "opened" | "left-alone";
  readonly cache?: CacheChoice;
  /** `offline`: nothing is asked of any index. Default `online`. */
  readonly network?: "online" | "offline";
  /** `passed`: commands see the files by which a step gives orders to the runner. Default: `withheld`. */
  readonly workflowCommands?: "passed" | "withheld";
}

/** A spec that was read and planned; nothing has run. */
export interface Build {
  readonly spec: Spec;
  readonly plan: Plan;
  /** The spec's warnings, to be shown before the run. */
  readonly diagnostics: readonly Diagnostic[];
  /** Text of the spec, for showing a diagnostic's line. */
  readonly specText: string;
  /** Runs the plan. Ends after `run.end`; throws only for a fault of forgexec's own or a UsageError before anything ran. */
  run(control: RunControl): AsyncIterable<Event>;
  /** The environment, folder and variables that a phase's commands get, for `shell` and `exec`. The caller closes the session. */
  open(options: {
    readonly phase?: string;
    /** The command that will run in it; absent: not known. */
    readonly argv?: readonly string[];
    readonly note: (line: string) => void;
    readonly signal: AbortSignal;
  }): Promise<OpenBuild>;
  /** What a run left to be saved by a process that comes after this one; complete when the run has ended. */
  readonly pendingSaves: () => readonly PendingSave[];
  /** Masks secrets in text; more may be added (`core.setSecret` wants the raw values: `secrets`). */
  readonly mask: (text: string) => string;
  /** Every secret value in play, for the runner's own masks. */
  readonly secrets: readonly string[];
}

export interface RunControl {
  /** First signal: end what runs, with grace. */
  readonly signal: AbortSignal;
  /** Second signal: kill at once. */
  readonly killSignal: AbortSignal;
  /** Told of what is done before the first event and takes a while, a line each: fetching an image. */
  readonly progress?: (line: string) => void;
}

export interface OpenBuild {
  readonly environment: Readonly<Record<string, string>>;
  readonly workingDirectory: string;
  readonly session: PackageSession | null;
  /** What the command is to run in; null: the machine itself. */
  readonly sandbox: PhaseSandbox | null;
  close(): Promise<void>;
}

/** A spec with errors, or one that cannot be run here: all of its diagnostics at once, and its text to show their lines. */
export class SpecError extends UsageError {
  readonly diagnostics: readonly Diagnostic[];
  readonly specText: string;

  constructor(
    why: string,
    found: {
      readonly diagnostics: readonly Diagnostic[];
      readonly specText: string;
      readonly code?: string;
      readonly cause?: unknown;
      /** Of the finding that `why` begins with. */
      readonly place?: Place;
    },
  ) {
    super(found.code ?? "invalid-spec", why, found);
    this.diagnostics = found.diagnostics;
    this.specText = found.specText;
  }
}
