import { CommandError } from "../command/index.js";
import type { ConfigPath, SandboxFault } from "./refuse.js";

/** Reads a configuration part by part, to its end whatever is wrong with one. */
export class Reader {
  readonly faults: SandboxFault[] = [];

  /** What `read` gives; where it refuses, that is kept with its place, and `instead` stands for the part. `path`: what was looked for. */
  part<T>(at: ConfigPath, read: () => T, instead: T, path?: string): T {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      this.faults.push({ at, error, ...(path === undefined ? {} : { path }) });
      return instead;
    }
  }
}
