import { join, resolve } from "node:path";
import type { AnswerCacheOptions, FilterOptions, Settings } from "../changes/index.js";
import { printable } from "../printable.js";
import type { ChangesFlags } from "./changes-options.js";
import type { Cli } from "./io.js";

/** The flags with the configuration under them. */
export async function openSettings(
  cli: Cli,
  flags: ChangesFlags,
  more: { readonly progress?: (done: number, total: number | null) => void; readonly pollMs?: number } = {},
): Promise<Settings> {
  const { loadConfig, resolveSettings } = await import("../changes/index.js");
  const { cwd, home, environment } = cli;
  const loaded = await loadConfig({ cwd, home, environment, file: flags.config ?? null });
  const wishes = {
    source: flags.source ?? null,
    from: flags.from === undefined ? null : resolve(cwd, flags.from),
    server: flags.server ?? null,
    port: flags.port ?? null,
    login: flags.login ?? null,
    keyFile: flags.key === undefined ? null : resolve(cwd, flags.key),
    user: flags.user ?? null,
    projects: [...(flags.project ?? []), ...(flags.repository ?? [])],
    groups: flags.allGroups === true ? ("all" as const) : (flags.group ?? []),
    bots: flags.bot ?? [],
  };
  return resolveSettings(wishes, loaded, {
    cache: await cacheOf(cli, flags),
    environment,
    now: () => cli.now().getTime(),
    note: (line) => void cli.stderr.write(`forgexec: ${printable(line)}\n`),
    ...more,
  });
}

async function cacheOf(cli: Cli, { cache, refresh, from }: ChangesFlags): Promise<AnswerCacheOptions> {
  // Recorded changes are no answers; what finds the folder takes a while to load.
  if (!cache || from !== undefined) return { directory: "", mode: "off" };
  const { cacheDirectory } = await import("../build/index.js");
  return { directory: join(cacheDirectory(cli), "changes"), mode: refresh === true ? "refresh" : "use" };
}

/** What the flags let through. */
export function filterOf(flags: ChangesFlags, projects: readonly string[]): FilterOptions {
  return {
    projects,
    statuses: flags.status ?? [],
    branches: flags.branch ?? [],
    topics: flags.topic ?? [],
    owners: flags.owner ?? [],
    reviewers: flags.reviewer ?? [],
    messages: flags.message ?? [],
    files: flags.file ?? [],
    approvals: flags.approval ?? [],
  };
}
