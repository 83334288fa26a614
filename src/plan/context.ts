import type { Platform } from "../spec/index.js";

/** A variable's text, or why it has none and how to provide it. */
export type Known = { readonly value: string } | { readonly missing: string };

/** What `{forge-…}` and FORGE_* stand for; the stage's own name comes from the plan. */
export interface ForgeVariables {
  readonly commitCount: Known;
  readonly pullRequest: Known;
  readonly owner: Known;
  readonly repo: Known;
  /** The pull request's head commit, else the checked-out one. */
  readonly sha: Known;
  readonly runId: Known;
  readonly statusUrl: Known;
  readonly installId: Known;
}

/** What an event allows; see spec-format, "Policy by event". A refusal is a sentence that says why. */
export interface Policy {
  readonly staging: "allowed" | { readonly refused: string };
  readonly production: "allowed" | { readonly refused: string };
  readonly decryption: "allowed" | { readonly refused: string };
  readonly idToken: "allowed" | { readonly refused: string };
  /** How `package-cache: auto` uses the package cache on this event. */
  readonly packageCache: "read-write" | "read-only" | "off";
}

/** Everything that a plan depends on besides the spec; handed in, so that planning is pure. */
export interface PlanContext {
  readonly version: string;
  readonly stage: string;
  /** Absolute. */
  readonly directory: string;
  readonly platform: Platform;
  readonly variables: ForgeVariables;
  readonly policy: Policy;
  /** Names that the machine's environment sets. */
  readonly machineVariables: ReadonlySet<string>;
  /** Phases to run, by name; empty: all of the stage. */
  readonly phases: readonly string[];
  /** The phase to begin with. */
  readonly from?: string;
  /** Variables from `--env`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly python?: string;
  /** What `--sandbox` names; checked here. */
  readonly sandbox?: string;
  /** What FORGEXEC_SANDBOX names, which stands for `auto`; checked here. */
  readonly automaticSandbox?: string;
  /** What `--image` names. */
  readonly image?: string;
  /** The folder that sandboxes show at its own path, which `directory` lies in. Absent: `directory`. */
  readonly workspace?: string;
  readonly timeoutMs?: number;
  readonly keepGoing: boolean;
}
