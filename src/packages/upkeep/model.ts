/** What a kept thing is. */
export type KeptKind = "image" | "environment" | "file" | "page" | "client" | "wheel" | "pip";

/** A thing in the cache directory. */
export interface KeptItem {
  readonly what: KeptKind;
  /** For people: a key, a file's name, a project's. May be anything that an index or a spec said. */
  readonly name: string;
  /** On disk; a file with several names counts for the first that is listed. */
  readonly bytes: number;
  /** In ms since the epoch. */
  readonly created: number;
  /** In ms since the epoch, to about a day: what the file system says. */
  readonly used: number;
  /** What can be downloaded or packed again goes before what has to be built. */
  readonly cost: "download" | "build";
  /** Who uses it now, for people; null: nobody. */
  readonly inUse: string | null;
  /** Takes it away; false: somebody uses it by now. */
  readonly remove: () => Promise<boolean>;
}

/** What a check of the whole cache directory found; what is damaged is gone. */
export interface KeptCheck {
  /** How many things were read to their end. */
  readonly whole: number;
  readonly damaged: readonly { readonly what: KeptKind; readonly name: string; readonly why: string }[];
  /** What could not be checked and why, for people. */
  readonly unchecked: readonly string[];
}

/** The folders that are forgexec's own; others in the cache directory are left alone. */
export const FOLDERS = ["env", "store", "index", "clients", "wheelhouse", "pip", "interpreters"] as const;
