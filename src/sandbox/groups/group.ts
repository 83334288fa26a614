import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Verdict } from "../../command/index.js";
import { type Counters, limitVerdict } from "../limit-verdict.js";
import type { NormalLimits } from "../normal.js";
import type { Controller } from "./places.js";

/** A control group: one folder in each hierarchy that has a say. */
export class Group {
  /** What a process writes its number to, to be in it. */
  readonly joinFiles: readonly string[];
  readonly folders: readonly string[];
  readonly #byController: ReadonlyMap<Controller, string>;
  readonly #limits: NormalLimits;

  /** `access`: whether the user may write to it, or needs sudo(8) to. */
  constructor(
    byController: ReadonlyMap<Controller, string>,
    limits: NormalLimits,
    readonly access: "own" | "sudo",
  ) {
    this.#byController = byController;
    this.#limits = limits;
    this.folders = [...new Set(byController.values())];
    this.joinFiles = this.folders.map((folder) => join(folder, "cgroup.procs"));
  }

  counters(): Counters {
    return {
      memory: this.#count("memory", ["memory.events", "memory.oom_control"], "oom_kill"),
      pids: this.#count("pids", ["pids.events"], "max"),
    };
  }

  /** Why a command failed, where a limit has been met since; null: none has. */
  verdict(before: Counters | null): Verdict | null {
    return limitVerdict({ before: before ?? { memory: 0, pids: 0 }, after: this.counters() }, this.#limits);
  }

  #count(controller: Controller, files: readonly string[], name: string): number {
    const folder = this.#byController.get(controller);
    if (folder === undefined) return 0;
    for (const file of files) {
      const found = new RegExp(`^${name} (\\d+)$`, "m").exec(read(join(folder, file)));
      if (found) return Number(found[1]);
    }
    return 0;
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
