/** A container engine that works, and what it can do on this machine. */
export interface Engine {
  readonly name: "podman" | "docker";
  /** Path of its client. */
  readonly program: string;
  /** What the client runs with; commands inside see nothing of it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly version: string;
  /** Whether the engine runs without root's rights; root in a container is then the user who called. */
  readonly rights: "root" | "rootless";
  /** The limits that it can set, by their names in the configuration. */
  readonly limits: readonly string[];
  /** Whether a limit of memory can bound swap as well. */
  readonly swap: "bounded" | "free";
  /** The hard limit of processes that the client has and hands on; null: none, or the engine has one of its own. */
  readonly hardProcesses: number | null;
  /** Where the client puts what it fetches until an image is complete; null: it is the engine's own affair. */
  readonly pullFolder: string | null;
  /** As the engine calls it: `amd64`, `arm64`. */
  readonly architecture: string;
  /**
   * What this process sees of the processes inside: `own`: all, and may signal them; `foreign`: that they are there, as with a service that
   * runs as root; `none`: nothing, since they run on another machine.
   */
  readonly processes: "own" | "foreign" | "none";
}

/** What a client said about its engine, or why it is of no use. */
export type Probed =
  | { readonly type: "works"; readonly engine: Engine }
  | { readonly type: "fails"; readonly why: string };

/** What a client printed when it was asked. */
export interface Answer {
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly uid: number;
  readonly info: unknown;
}

/** A value within what JSON gave, by names joined with dots; undefined where there is none. */
export function pick(value: unknown, path: string): unknown {
  let at: unknown = value;
  for (const name of path.split(".")) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}
