import { chownSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Owner } from "../give-to.js";
import { writeIni } from "../ini.js";
import { writesLock } from "./lock-writers.js";
import type { PipSettings } from "./pip-settings.js";
import { configFolders } from "./uv-files.js";

/** What has to be undone for a command that goes past the index. */
export interface PastIndex {
  readonly settings: PipSettings;
  /** The project. */
  readonly directory: string;
  /** The run's own folder. */
  readonly folder: string;
  /** Whom the command runs as; null: this user. */
  readonly owner: Owner | null;
  /** Variables that lead through the index, or were taken away for its sake. */
  readonly changed: readonly string[];
  readonly uv: "pointed" | "left-alone";
}

/**
 * Gives a command that writes a lock file the variables that it would have without the index, so that no address on
 * loopback gets into the lock; all others none. The configuration file for it, which may hold credentials as the user's
 * own does, is written when first needed, with mode 0600.
 */
export function variablesPastIndex({
  settings,
  directory,
  folder,
  owner,
  changed,
  uv,
}: PastIndex): (argv: readonly string[]) => Record<string, string> {
  let variables: Record<string, string> | undefined;
  return (argv) => {
    if (!writesLock(argv, directory)) return {};
    variables ??= {
      // An empty one is none to pip.
      ...Object.fromEntries(changed.map((name) => [name, settings.environment[name] ?? ""])),
      ...(settings.files === "on" ? { PIP_CONFIG_FILE: writePlain(folder, { settings, owner }) } : {}),
      ...(uv === "pointed" ? { XDG_CONFIG_DIRS: configFolders(settings.environment) } : {}),
    };
    return variables;
  };
}

function writePlain(folder: string, { settings: { sections }, owner }: Pick<PastIndex, "settings" | "owner">): string {
  const path = join(folder, "past-index.pip.conf");
  writeFileSync(path, writeIni(sections), { mode: 0o600 });
  if (owner !== null) chownSync(path, owner.uid, owner.gid);
  return path;
}
