import { homedir } from "node:os";
import type { Readable, Writable } from "node:stream";
import { isatty } from "node:tty";

/** The signals that a command line tool is told to end by. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const;
export type EndSignal = (typeof SIGNALS)[number];

/** A stream that text is written to; `isTTY` where a person reads it. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };

/** Everything that the command line reads from outside or writes to: taken once, at the edge, and replaceable in a test. */
export interface Io {
  readonly environment: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  readonly now: () => Date;
  /** Opened when first called for: a command that inherits it must find nobody else reading, and no mode changed. */
  readonly stdin: () => Readable;
  /** Whether standard input is a terminal. */
  readonly interactive: boolean;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Hands the process's signals to the listener, instead of being ended by them, until the returned function is called. */
  readonly onSignal: (listener: (signal: EndSignal) => void) => () => void;
  /**
   * Closes the descriptors that the process was started with, standard ones aside: a build's commands must not see them,
   * and to keep each from seeing them costs more. The spec may be one of them, so it is read first.
   */
  readonly closeInherited: () => Promise<void>;
}

/** What a subcommand gets: the edge, and the news that nobody reads standard output any more (`| head`). */
export interface Cli extends Io {
  readonly outputGone: AbortSignal;
}

/** The process's own. */
export function processIo(): Io {
  return {
    environment: Object.fromEntries(
      Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    cwd: process.cwd(),
    home: homedir(),
    platform: process.platform,
    now: () => new Date(),
    stdin: () => process.stdin,
    interactive: isatty(0),
    stdout: process.stdout,
    stderr: process.stderr,
    closeInherited: async () => (await import("../command/index.js")).closeInheritedFds(),
    onSignal: (listener) => {
      for (const signal of SIGNALS) process.on(signal, listener);
      return () => {
        for (const signal of SIGNALS) process.off(signal, listener);
      };
    },
  };
}
