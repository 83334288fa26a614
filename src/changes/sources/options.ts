/** Where answers are kept, and whether kept ones may be used. */
export interface AnswerCacheOptions {
  /** A folder of the cache's own, such as `changes` in forgexec's cache directory; made when first written to. */
  readonly directory: string;
  /** `use`: an answer younger than `maxAgeMs` is taken as it is. `refresh`: none is, and the new ones are kept. `off`: nothing is read or written. */
  readonly mode: "use" | "refresh" | "off";
  /** In ms. Default: 5 minutes. */
  readonly maxAgeMs?: number;
}

export interface CommonSourceOptions {
  readonly cache: AnswerCacheOptions;
  /** The machine's environment: proxies (`https_proxy`, `no_proxy`, …), and what ssh gets (PATH, SSH_AUTH_SOCK, HOME, …). */
  readonly environment: Readonly<Record<string, string>>;
  /** The real time, in ms since the epoch; not what ages are reckoned from in reports. */
  readonly now: () => number;
  /** Waits; rejects when the signal aborts. Default: a timer. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** One line for people, without a newline: a wait for a rate limit, a thing that the token may not read. May hold text from outside. */
  readonly note: (line: string) => void;
  /** Changes ready, and how many there will be; null while that is not known. */
  readonly progress?: (done: number, total: number | null) => void;
  /** How long `watch` waits between two looks, in ms. Default: one minute. */
  readonly pollMs?: number;
}

/** GitHub and GitHub Enterprise Server, by the REST API. */
export interface GithubOptions extends CommonSourceOptions {
  readonly kind: "github";
  /** Such as `https://api.github.com` or `https://host/api/v3`. */
  readonly apiUrl: string;
  /** Null: public repositories only, and 60 requests an hour. */
  readonly token: string | null;
  /** `owner/name`; used where a query names no projects. */
  readonly repositories: readonly string[];
}

/** Gerrit's REST API. */
export interface GerritOptions extends CommonSourceOptions {
  readonly kind: "gerrit";
  /** Such as `https://review.example.org` or `https://example.org/gerrit`. */
  readonly url: string;
  readonly user?: string | null;
  /** The HTTP password; with it the API is used under `/a/`. */
  readonly password?: string | null;
  /** Used where a query names no projects; none: all that may be seen. */
  readonly projects?: readonly string[];
}

/** Gerrit's commands over ssh, in batch mode. */
export interface GerritSshOptions extends CommonSourceOptions {
  readonly kind: "gerrit-ssh";
  readonly host: string;
  /** Default: 29418. */
  readonly port?: number;
  readonly user?: string | null;
  readonly keyFile?: string | null;
  /** Used where a query names no projects; none: all that may be seen. */
  readonly projects?: readonly string[];
}

/** One JSON object a line: Gerrit's query records, Gerrit's REST changes, or GitHub's pull requests with what belongs to them embedded. */
export interface RecordedOptions extends CommonSourceOptions {
  readonly kind: "recorded";
  readonly file: string;
}

export type SourceOptions = GithubOptions | GerritOptions | GerritSshOptions | RecordedOptions;
