import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../../errors.js";
import type { ConfigPath, SandboxConfig } from "../../sandbox/index.js";
import { isWithin } from "../../within.js";
import type { Blamed } from "./blame.js";

/** What paths may lead into. */
export interface Ground {
  readonly workspace: string;
  /** The build's own, which a link in the workspace leads to; null: not known yet, or there is none. */
  readonly environment: string | null;
}

/**
 * Where the paths lead that sandboxes are made of. What lies in the workspace, commands and pull requests decide, and of other folders those
 * that commands may write to: by a link there they would choose what a sandbox shows, and what it lets be written to. So a path in the workspace
 * has to lead into it, or to the environment, and any other one to where it led before a command ran.
 */
export class Paths {
  readonly #led = new Map<string, string>();

  /** Before any command ran. */
  note(config: SandboxConfig, workspace: string): void {
    for (const path of [workspace, ...pathsIn(config).map(({ path }) => path)])
      if (!this.#led.has(path)) this.#led.set(path, follow(path));
  }

  /** Those that were noted and lead elsewhere. */
  strayed(config: SandboxConfig, { workspace, environment }: Ground): readonly Blamed[] {
    const inside = [this.#led.get(workspace) ?? workspace, ...(environment === null ? [] : [follow(environment)])];
    return [{ at: [], path: workspace }, ...pathsIn(config)].flatMap(({ at, path }) => {
      const real = follow(path);
      if (inside.some((folder) => isWithin(real, folder))) return [];
      if (isWithin(path, workspace)) return [{ at, error: leadingOut(path, real) }];
      return real === this.#led.get(path) ? [] : [{ at, error: leadingElsewhere(path, real) }];
    });
  }
}

function leadingOut(path: string, real: string): UsageError {
  return new UsageError(
    "sandbox-not-opened",
    `${path} leads to ${real}, out of the workspace: whoever may put a link there, as commands and pull requests may, would choose what the sandbox shows. Put a file or a folder there, or name ${real} itself.`,
  );
}

function leadingElsewhere(path: string, real: string): UsageError {
  return new UsageError(
    "sandbox-not-opened",
    `${path} leads to ${real} by now, and did not before the commands of this run: one of them would choose what the sandbox shows. Let it put a file or a folder there.`,
  );
}

function pathsIn(config: SandboxConfig): readonly { readonly at: ConfigPath; readonly path: string }[] {
  const { cwd, filesystemRoot, extraMounts = [], filesystemWritablePaths: writable = "all" } = config;
  return [
    ...(cwd === undefined ? [] : [{ at: [], path: cwd }]),
    ...(filesystemRoot === undefined ? [] : [{ at: ["filesystemRoot"], path: filesystemRoot }]),
    ...extraMounts.flatMap(({ source }, index) =>
      source === undefined || source === null ? [] : [{ at: ["extraMounts", index, "source"], path: source }],
    ),
    ...(typeof writable === "string" ? [] : writable).map((path, index) => ({
      at: ["filesystemWritablePaths", index],
      path,
    })),
  ];
}

/** Links followed; of what is missing, as far as it is there. */
function follow(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(follow(dirname(path)), basename(path));
  }
}
