import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ExtraMount, SandboxConfig } from "../../sandbox/index.js";
import { isWithin } from "../../within.js";

/** What lies in files of this machine that no command of a sandbox is to see or to write to. */
export interface Hidden {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** Files by which a command gives orders to the runner; commands have their names only where the user says so. */
export const ORDERS = ["GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY", "GITHUB_STATE"];

/** Where a self-hosted runner keeps what it registers with, in the folder that its work folder lies in. */
const CREDENTIALS = [".credentials", ".credentials_rsaparams"];

/**
 * What is forgexec's own, which later runs execute, and what is the runner's: the files by which it takes orders, unless commands have their
 * names; its folder for temporary files, where actions before this one keep credentials; and its own credentials. On GitHub's runners that
 * lies in the home, which is hidden anyway; elsewhere it may not.
 */
export function hiddenOf(about: {
  readonly cacheDirectory: string;
  /** The whole environment of this process. */
  readonly machine: Readonly<Record<string, string>>;
  /** What of it commands get. */
  readonly seen: Readonly<Record<string, string>>;
}): Hidden {
  const { cacheDirectory, machine, seen } = about;
  const orders = ORDERS.flatMap((name) => (seen[name] === undefined ? (machine[name] ?? []) : []));
  const temporary = machine.RUNNER_TEMP ?? "";
  const credentials = temporary === "" ? [] : CREDENTIALS.map((name) => join(dirname(dirname(temporary)), name));
  return {
    folders: [cacheDirectory, temporary].filter((path) => path !== ""),
    files: [...orders, ...credentials].filter((path) => path !== ""),
  };
}

/** The configuration with that hidden, where commands would see this machine's files. What the workspace lies in stays. */
export function withHidden(config: SandboxConfig, hidden: Hidden, workspace: string): SandboxConfig {
  if (config.image !== undefined || (config.filesystemRoot ?? "/") !== "/") return config;
  const folders = hidden.folders.filter((path) => kindOf(path) === "folder" && !isWithin(workspace, path));
  const files = hidden.files.filter((path) => kindOf(path) === "file" && !isWithin(path, workspace));
  const mounts: ExtraMount[] = [
    ...[...new Set(folders)].map((target) => ({ type: "tmpfs", target }) as const),
    ...[...new Set(files)]
      .filter((path) => !folders.some((folder) => isWithin(path, folder)))
      .map((target) => ({ type: "bind", source: "/dev/null", target, options: "ro" }) as const),
  ];
  return { ...config, extraMounts: [...mounts, ...(config.extraMounts ?? [])] };
}

function kindOf(path: string): "folder" | "file" | "other" {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return "other";
  return stats.isDirectory() ? "folder" : stats.isFile() ? "file" : "other";
}
