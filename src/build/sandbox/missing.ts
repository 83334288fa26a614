import { join } from "node:path";
import { UsageError } from "../../errors.js";
import type { PlannedStep } from "../../plan/index.js";
import type { Executor, SandboxConfig, SandboxFault } from "../../sandbox/index.js";
import { isWithin } from "../../within.js";
import type { Blamed } from "./blame.js";
import { ofLimits, usageErrorOf } from "./faults.js";

/** A sandbox that has been checked. */
interface Wanted {
  readonly executor: Executor;
  readonly config: SandboxConfig;
}

/** What a configuration names and is not there. */
export async function findUnmet({ executor, config }: Wanted): Promise<readonly Blamed[]> {
  return (await executor.unmet(config)).map(blamedFor(config));
}

/** Finds what keeps sandboxes from being made here, before anything runs in one; each configuration is tried out once. */
export class Rehearsals {
  readonly #tried = new Map<string, Promise<SandboxFault | null>>();

  /** Without what `mayCome`, a path of this machine: then nothing can be tried out yet. */
  async findMissing(
    wanted: Wanted,
    { mayCome, signal }: { readonly mayCome: (path: string) => boolean; readonly signal: AbortSignal },
  ): Promise<readonly Blamed[]> {
    const { executor, config } = wanted;
    const unmet = await executor.unmet(config);
    if (unmet.length > 0)
      return unmet.filter(({ path }) => path === undefined || !mayCome(path)).map(blamedFor(config));
    const key = JSON.stringify([executor.name, config]);
    const tried = this.#tried.get(key) ?? executor.rehearse(config, { signal });
    this.#tried.set(key, tried);
    const fault = await tried;
    return fault === null ? [] : [blamedFor(config)(fault)];
  }
}

/** The steps that would start in a folder that the sandbox hides, where none before them could have made it. */
export function findHiddenStarts(
  { executor, config }: Wanted,
  steps: readonly PlannedStep[],
  isShown: (path: string) => boolean,
): readonly Blamed[] {
  const { filesystemWritablePaths: writable = "all" } = config;
  const mayMake = (path: string): boolean =>
    typeof writable === "string" ? writable === "all" : writable.some((folder) => isWithin(path, folder));
  const running = steps.filter(({ skip }) => skip === null);
  const sure = running.filter(({ workingDirectory }, index) => index === 0 || !mayMake(workingDirectory));
  return sure
    .filter(({ workingDirectory: path }) => !isShown(path) && executor.hides(config, path))
    .map((step) => ({ step, at: ["working-directory"], error: hiddenStart(step) }));
}

function hiddenStart({ workingDirectory }: PlannedStep): UsageError {
  return new UsageError(
    "hidden-directory",
    `The command cannot start in ${workingDirectory}: the sandbox hides what is there. Choose a folder of the workspace, or show this one by \`filesystem-writable-paths\` or \`extra-mounts\`.`,
  );
}

/** What may yet come before a phase begins: its environment's place, and, by earlier phases, what lies in the workspace. */
export function mayComeBefore(
  turn: "first" | "later",
  { directory, workspace }: { readonly directory: string; readonly workspace: string },
): (path: string) => boolean {
  const folder = turn === "later" ? workspace : join(directory, ".forge");
  return (path) => isWithin(path, folder);
}

function blamedFor(config: SandboxConfig): (fault: SandboxFault) => Blamed {
  return ({ at, error }) => ({ at, error: usageErrorOf("sandbox-not-opened", error, ofLimits(config)) });
}
