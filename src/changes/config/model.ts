import { UsageError } from "../../errors.js";
import type { Diagnostic } from "../../spec/index.js";

export const SOURCE_KINDS = ["github", "gerrit", "gerrit-ssh"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What a configuration says; what it does not is absent. */
export interface ChangesConfig {
  readonly source?: SourceKind;
  /** Address of a Gerrit server, or its host for ssh. */
  readonly server?: string;
  readonly port?: number;
  /** Who one is on the server. */
  readonly login?: string;
  /** Whose to-do lists are made. */
  readonly user?: string;
  readonly projects?: readonly string[];
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  readonly teams?: Readonly<Record<string, readonly string[]>>;
  readonly bots?: readonly string[];
}

/** A configuration with something wrong in it. */
export class ConfigError extends UsageError {
  readonly diagnostics: readonly Diagnostic[];
  /** The file's text, for showing a finding's line. */
  readonly specText: string;

  constructor(diagnostics: readonly Diagnostic[], text: string) {
    const [first] = diagnostics;
    const place = first === undefined ? "" : `${first.file}:${first.line}:${first.column}: `;
    super("bad-config", `${place}${first?.message ?? "The configuration is wrong."}`);
    this.diagnostics = diagnostics;
    this.specText = text;
  }
}
