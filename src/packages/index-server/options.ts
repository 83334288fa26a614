import type { Upstream } from "./upstream.js";

/** What the index is opened with. */
export interface IndexOptions {
  /** The folder that pages and files are kept in; made if need be. Several servers may use one. */
  readonly store: string;
  /** The indexes that are mirrored, each apart; at most one of them unnamed. None: what the machine's pip uses. */
  readonly upstreams: readonly Upstream[];
  /** The machine's variables: proxies, and what Python and pip go by. */
  readonly environment: Readonly<Record<string, string>>;
  readonly platform: NodeJS.Platform;
  /** The address to listen on. Default 127.0.0.1, for this machine alone. */
  readonly host?: string;
  /** Ports to try in turn; 0: any that is free. Default [0]. */
  readonly ports?: readonly number[];
  /** `offline`: no upstream is ever asked. Default `online`. */
  readonly mode?: "online" | "offline";
  /** How long a page counts as fresh, in ms. Default 10 minutes. */
  readonly ttlMs?: number;
  readonly patience?: Partial<IndexPatience>;
  /** Told of what a person should know, once each: one line. */
  readonly note: (line: string) => void;
  /** Told of each request: one line. */
  readonly log?: (line: string) => void;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** Bounds on the upstreams, in ms. */
export interface IndexPatience {
  /** To connect. Default 10 s. */
  readonly connectMs: number;
  /** From a request to its answer's headers. Default 30 s. */
  readonly headersMs: number;
  /** Between two pieces of a body. Default 30 s. */
  readonly stallMs: number;
  /** Until a kept page is served instead. Default 8 s. */
  readonly keptAfterMs: number;
  /** For a whole page. Default 30 s. */
  readonly giveUpMs: number;
}

/** What the files of the store were good for since the index was opened. */
export interface IndexUsage {
  /** sha256 of each file that was served from the store. */
  readonly kept: ReadonlySet<string>;
  /** sha256 of each file that was fetched. */
  readonly fetched: ReadonlySet<string>;
  /** Bytes of the files that were fetched. */
  readonly fetchedBytes: number;
}

/** A running index. */
export interface PackageIndex {
  /** The unnamed index's root: `http://127.0.0.1:PORT/simple/`. */
  readonly url: string;
  readonly port: number;
  /** The root of the index of that name; null: the unnamed one. @throws Error for a name that it does not have */
  urlOf(name: string | null): string;
  usage(): IndexUsage;
  /** Ends at once: connections are cut, what was finished by then is kept. Safe to call twice. */
  close(): Promise<void>;
}
