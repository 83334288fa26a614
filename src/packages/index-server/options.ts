import type { Upstream } from "./upstream.js";

/** What answers are made from. */
export interface EngineOptions {
  /** The folder that pages and files are kept in; made if need be. Several servers may use one. */
  readonly store: string;
  /** The indexes that are mirrored, each apart; at most one of them unnamed. None: what the machine's pip uses. */
  readonly upstreams: readonly Upstream[];
  /** The machine's variables: proxies, and what Python and pip go by. */
  readonly environment: Readonly<Record<string, string>>;
  readonly platform: NodeJS.Platform;
  /** `offline`: no upstream is ever asked. Default `online`. */
  readonly mode?: "online" | "offline";
  /** How long a page counts as fresh, in ms. Default 10 minutes. */
  readonly ttlMs?: number;
  readonly patience?: Partial<IndexPatience>;
  /** Told of what a person should know, once each: one line. */
  readonly note: (line: string) => void;
  /** Told why upstreams did not answer, each reason once: a sentence's end, without credentials. */
  readonly fault?: (reason: string) => void;
  /** Told of each request: one line. */
  readonly log?: (line: string) => void;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** `loopback`: it answers only to names of this machine. */
  readonly reach: "loopback" | "anyone";
  /** The URL of an upstream that has none of its own, asked when first needed. Absent: the machine's pip is asked. */
  readonly ask?: (signal: AbortSignal) => Promise<string>;
  /** How upstreams are reached, beyond the variables of `environment`. */
  readonly connection?: UpstreamConnection;
  /** Names that one index alone may answer for. The first that fits counts. */
  readonly pins?: readonly IndexPin[];
  /** `nothing`: pip is told to keep none of the answers, since they are kept here. Default `files`. */
  readonly pipKeeps?: "files" | "nothing";
}

/** What the index is opened with. */
export interface IndexOptions extends Omit<EngineOptions, "reach"> {
  /** The address to listen on. Default 127.0.0.1, for this machine alone. */
  readonly host?: string;
  /** Ports to try in turn; 0: any that is free. Default [0]. */
  readonly ports?: readonly number[];
}

/** Projects whose pages and files one index alone serves: the others answer 404 and don't ask their upstreams. */
export interface IndexPin {
  /** A project's name, or a glob of names. */
  readonly pattern: string;
  /** The name of the index that serves them. */
  readonly index: string;
}

/** How upstreams are reached. */
export interface UpstreamConnection {
  /** Certificates of the authorities that count, PEM. Absent: Node's own, with NODE_EXTRA_CA_CERTS. */
  readonly authorities?: readonly string[];
  /** Hosts (`host` or `host:port`) whose certificates are not checked. */
  readonly trustedHosts?: readonly string[];
  /** URL of the proxy for all; absent: those of the environment. */
  readonly proxy?: string;
  /** The header Authorization for upstreams whose URL holds no credentials. Null: none. */
  readonly authorization?: (url: URL) => string | null;
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
