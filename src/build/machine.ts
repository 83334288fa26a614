/** The machine as forgexec's edge found it: read once, handed in. */
export interface Machine {
  /** The whole environment of the process. */
  readonly environment: Readonly<Record<string, string>>;
  readonly platform: NodeJS.Platform;
  /** The user's home folder. */
  readonly home: string;
  readonly cwd: string;
  readonly now: () => Date;
}
