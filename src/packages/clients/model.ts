import type { Pypi } from "../../spec/index.js";
import type { Owner } from "../give-to.js";
import type { Interpreter } from "../interpreter.js";

/** What pip, uv and the others are told, for the length of one run. */
export interface ClientSettings {
  /** Variables for every command. */
  readonly variables: Readonly<Record<string, string>>;
  /** Variables of the machine that commands must not see. */
  readonly remove: readonly string[];
  /**
   * Variables for one command beside those: what writes a lock file with the addresses of indexes or files is not led
   * through the index on loopback. Empty for all others.
   */
  variablesFor(argv: readonly string[]): Readonly<Record<string, string>>;
  /**
   * What a command gets for a variable that the spec sets: where it names indexes to pip, their stand-ins, as far as they
   * were among `indexes`. The value itself for all other variables, and for what goes past the index.
   */
  standIn(variable: { readonly name: string; readonly value: string; readonly argv: readonly string[] }): string;
  /** Root of the index that stands for the machine's own, `http://127.0.0.1:PORT/…`; null: the run has no index. */
  readonly indexUrl: string | null;
  /** The index's port on loopback, and that of an address of its which asks nobody; null: the run has no index. */
  readonly index: { readonly port: number; offlinePort(): Promise<number> } | null;
  /** What of this machine the clients read, and what they write to; absolute. All of it is there. */
  readonly places: { readonly readable: readonly string[]; readonly writable: readonly string[] };
  /**
   * Does now what the first request to the index does: `beforeFirstUse`, the throw-away copy of the caches, loading. For
   * clients that take their own cache without asking the index (`uv sync`, `poetry install`). Never rejects.
   */
  ready(): Promise<void>;
  /** Notes what the clients have put into their caches by now, against damage. Never rejects. */
  noteCaches(): Promise<void>;
  /** What the run has taken from the index so far. */
  usage(): ClientUsage;
  /** Stops the index and removes what was written for this run. Safe to call twice. */
  close(): Promise<void>;
}

export interface ClientUsage {
  /** sha256 of files that the index served from its store. */
  readonly kept: ReadonlySet<string>;
  /** sha256 of files that it fetched. */
  readonly fetched: ReadonlySet<string>;
  readonly fetchedBytes: number;
}

/** What the clients are to be told of. */
export interface ClientOptions {
  readonly interpreter: Interpreter;
  readonly pypi: Pypi | undefined;
  /** The project: where commands run; absolute, links resolved. */
  readonly directory: string;
  readonly cacheDirectory: string;
  /** The environment's place: no other live run uses it, nor what has its path and a suffix. */
  readonly slot: { readonly path: string; readonly number: number };
  /** The machine's environment, already without the runner's secrets. */
  readonly environment: Readonly<Record<string, string>>;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  /** What stands for `/` where system-wide configuration is looked for; absent: `/`. */
  readonly root?: string;
  /** `off`: no index and no caches of ours; an index without a memory stands in only where the spec pins packages. */
  readonly cache: "on" | "off";
  /** `offline`: the index asks nobody. */
  readonly mode: "online" | "offline";
  /** See `computeTag`. */
  readonly tag: string;
  /** Whom the clients run as where that is not this user: what they read and write is given to that user. */
  readonly owner?: Owner | null;
  /** `image`: commands get none of the machine's variables and see none of its folders: where it keeps caches is not for them. Default `machine`. */
  readonly commandsIn?: "machine" | "image";
  /** `some`: commands of a sandbox, which may be anybody's, get at the caches. Default `none`. */
  readonly sandboxes?: "some" | "none";
  /** `private`: clients get a throw-away copy of their caches, for runs that may only read; and so does the index. */
  readonly writable: "shared" | "private";
  /** `only-index`: some commands reach nothing but the index, so that there is one also with `cache: "off"`. Default `open`. */
  readonly reach?: "open" | "only-index";
  /** Awaited before the index answers its first request. What it rejects with becomes a note. */
  readonly beforeFirstUse?: () => Promise<void>;
  /** Values that the spec gives PIP_INDEX_URL or PIP_EXTRA_INDEX_URL for single phases or steps: indexes to be served too. */
  readonly indexes?: readonly string[];
  /** Planned commands, as words: those that go past the index are told of. */
  readonly commands?: readonly (readonly string[])[];
  /** Those of them that reach nothing but the run's index. */
  readonly isolatedCommands?: readonly (readonly string[])[];
  /** Told of what the user should know, a line each. */
  readonly note: (line: string) => void;
  /** Told of a fault that costs time, not the build. Default: `note`. */
  readonly warn?: (code: string, message: string) => void;
  readonly signal?: AbortSignal;
}
