/** One file of a project's page, as the upstream tells of it. What a page may not say has been left out. */
export interface FileEntry {
  /** Safe as the last part of a path. */
  readonly name: string;
  /** Absolute, http or https, without credentials or fragment. */
  readonly url: string;
  /** Lower-case hexadecimal, by the algorithm's name. */
  readonly hashes: Hashes;
  readonly requiresPython?: string;
  /** PEP 592: true, or the reason; absent: not yanked. */
  readonly yanked?: true | string;
  /** PEP 658 and 714: the metadata file's hashes, or that there is one; absent: none. */
  readonly metadata?: true | Hashes;
  /** There is a detached signature beside it. */
  readonly signature?: true;
  /** Bytes (PEP 700). */
  readonly size?: number;
  readonly uploadTime?: string;
  /** URL of its attestations (PEP 740). */
  readonly provenance?: string;
}

export type Hashes = Readonly<Record<string, string>>;

/** What one upstream says of one project (PEP 503, 629, 691, 700, 708, 792). */
export interface Project {
  /** Normalised. */
  readonly name: string;
  /** "1.0" where the upstream does not say. */
  readonly apiVersion: string;
  readonly files: readonly FileEntry[];
  readonly versions?: readonly string[];
  readonly tracks?: readonly string[];
  readonly alternateLocations?: readonly string[];
  readonly status?: { readonly status: string; readonly reason?: string };
}
