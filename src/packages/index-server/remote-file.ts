import type { Hashes } from "./project.js";

/** A file of an upstream: a distribution, or what lies beside it. */
export interface RemoteFile {
  readonly name: string;
  readonly url: string;
  readonly hashes: Hashes;
  /** What the page says; null: nothing. */
  readonly size: number | null;
  /** sha256 of the wheel whose metadata this is, where its page names one. */
  readonly wheel?: string;
}
