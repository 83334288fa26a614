import { homedir } from "node:os";
import type { Writable } from "node:stream";
import * as core from "@actions/core";
import type { SignalSource } from "./cancellation.js";
import type { Toolkit } from "./toolkit.js";

/** The world as the action meets it: read here once, handed in everywhere else. */
export interface Edge {
  readonly core: Toolkit;
  /** The whole environment of the process. */
  readonly environment: Readonly<Record<string, string>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly cwd: string;
  readonly now: () => Date;
  /** The job's log. Everything goes to stdout: a runner reads stderr apart, and the order would be lost. */
  readonly log: Writable;
  readonly signals: SignalSource;
  /** Fails the job, and says nothing. */
  readonly fail: () => void;
  /**
   * Closes the descriptors that the process was started with, standard ones aside: a build's commands must not see them,
   * and to keep each from seeing them costs more. The spec may be one of them, so it is read first.
   */
  readonly closeInherited: () => Promise<void>;
}

/** The edge of this very process. */
export function processEdge(): Edge {
  const set = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return {
    core,
    environment: Object.fromEntries(set),
    platform: process.platform,
    home: homedir(),
    cwd: process.cwd(),
    now: () => new Date(),
    log: process.stdout,
    signals: process,
    fail: () => {
      process.exitCode = core.ExitCode.Failure;
    },
    closeInherited: async () => (await import("../command/index.js")).closeInheritedFds(),
  };
}
