import type { Place } from "../errors.js";
import type { Plan, Stage } from "../plan/index.js";
import type { PhaseName } from "../spec/index.js";

export type Result = "success" | "failure" | "cancelled" | "skipped" | "timed-out";

export interface StepSummary {
  readonly name: string;
  readonly argv: readonly string[];
  readonly result: Result;
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly durationMs: number;
  readonly attempts: number;
  readonly background: boolean;
  /** It was not run, since the environment came whole from the cache. */
  readonly cached?: true;
}

/** Why a phase failed before any of its steps was run: its sandbox or its environment could not be had. */
export interface PhaseError {
  readonly code: string;
  readonly message: string;
  /** Where in the spec it is asked for; null: nowhere that could be told. */
  readonly place: Place | null;
}

export interface PhaseSummary {
  readonly phase: PhaseName;
  readonly result: Result;
  readonly durationMs: number;
  readonly cached: boolean;
  readonly error?: PhaseError;
  readonly steps: readonly StepSummary[];
}

/** What the package cache did for a run. */
export interface CacheSummary {
  /** `exact`: the environment itself; `partial`: files or built wheels; `none`: nothing; `off`: it was not asked. */
  readonly hit: "exact" | "partial" | "none" | "off";
  /** Of the environment, as `forgexec plan` prints it. */
  readonly key: string | null;
  /** Milliseconds that restoring took. */
  readonly restoredMs: number;
  /** The key that the environment was saved under; null: it was not, or the action saves it later. */
  readonly savedKey: string | null;
  /** Size of what was restored, else of what was saved. */
  readonly bytes: number;
  /** Why the environment was not there, for people; absent: it was, or nobody asked. */
  readonly reason?: string;
}

export type OutputStream = "stdout" | "stderr";

/** An event without its time: what the parts of a run emit. */
export type EventBody =
  | {
      readonly type: "run.start";
      readonly version: string;
      readonly spec: string;
      readonly stage: Stage;
      readonly directory: string;
      readonly plan: Plan;
    }
  | { readonly type: "phase.start"; readonly phase: PhaseName }
  | {
      readonly type: "step.start";
      readonly phase: PhaseName;
      /** Index within the phase, from 0. */
      readonly step: number;
      readonly name: string;
      readonly argv: readonly string[];
      readonly background: boolean;
      /** From 1. */
      readonly attempt: number;
    }
  | {
      /** One or more whole lines joined by newlines, without the last newline, masked. */
      readonly type: "output";
      readonly phase: PhaseName;
      readonly step: number;
      readonly stream: OutputStream;
      readonly text: string;
    }
  | { readonly type: "step.ready"; readonly phase: PhaseName; readonly step: number }
  | {
      readonly type: "step.end";
      readonly phase: PhaseName;
      readonly step: number;
      readonly result: Result;
      readonly exitCode: number | null;
      readonly signal: string | null;
      readonly durationMs: number;
      readonly timedOut: boolean;
      /** It was not run, since the environment came whole from the cache. */
      readonly cached?: true;
    }
  | {
      readonly type: "phase.end";
      readonly phase: PhaseName;
      readonly result: Result;
      readonly durationMs: number;
      readonly cached: boolean;
      readonly error?: PhaseError;
    }
  | {
      readonly type: "annotation";
      readonly phase: PhaseName;
      readonly step: number;
      readonly level: "error" | "warning" | "notice";
      readonly file: string;
      readonly line: number;
      readonly column: number;
      readonly title: string;
      readonly message: string;
    }
  | {
      /** What forgexec itself is doing for a phase, such as making its environment. */
      readonly type: "progress";
      readonly phase: PhaseName;
      readonly text: string;
    }
  | { readonly type: "warning"; readonly code: string; readonly message: string }
  | {
      readonly type: "run.end";
      readonly result: Result;
      readonly exitCode: number;
      readonly durationMs: number;
      readonly phases: readonly PhaseSummary[];
      readonly cache: CacheSummary;
    };

/** One moment of a run; `time` is ISO 8601. The command line's `--json` prints these, one a line. */
export type Event = EventBody & { readonly time: string };
