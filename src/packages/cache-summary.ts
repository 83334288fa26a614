/** What the package cache did for a run. */
export interface CacheSummary {
  readonly hit: "exact" | "partial" | "none" | "off";
  /** Key of the environment. */
  readonly key: string | null;
  /** Milliseconds that restoring took. */
  readonly restoredMs: number;
  /** The key that the environment was saved under; null: it was not, or somebody saves it later. */
  readonly savedKey: string | null;
  /** Size of what was restored, else of what was saved. */
  readonly bytes: number;
  /** Why the environment was not there, for people. */
  readonly reason?: string;
}
