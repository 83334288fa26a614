/** A command of the spec to be. */
export interface DraftStep {
  readonly command: string;
  /** Stands above the command. */
  readonly comment?: string;
  /** Its failure is reported and the phase goes on. */
  readonly mayFail?: boolean;
}

/** What `init` means to write, and why. */
export interface Draft {
  readonly install: readonly DraftStep[];
  readonly linting: readonly DraftStep[];
  readonly execute: readonly DraftStep[];
  /** Sentences for the user: what was found, and what was made of it. */
  readonly reasons: readonly string[];
}

/** How a project is installed. */
export interface Installing {
  readonly steps: readonly DraftStep[];
  readonly reasons: readonly string[];
  /** Distributions that the steps are known to install, normalised. */
  readonly names: ReadonlySet<string>;
  /** Some of the steps bring what the tests need. */
  readonly forTests: boolean;
}
