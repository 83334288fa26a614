import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { type CommandResult, run } from "../command/index.js";
import { commandEnvironment } from "./environment.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** What a call of git came to. */
export type GitResult =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly reason: "no-git" | "no-repository" | "other-owner" | "timeout" | "failed";
      readonly text: string;
    };

/** Calls git in one folder; see {@link createGit}. */
export type Git = (...args: readonly string[]) => Promise<GitResult>;

const TIMEOUT_MS = 30_000;
const MAX_OUTPUT = 8 * 1024 * 1024;

/** Nothing that a repository's own configuration could have run, and no network. */
const HARDENING = [
  "--no-pager",
  "--no-replace-objects",
  ...["core.fsmonitor=false", "core.hooksPath=/dev/null", "protocol.allow=never"].flatMap((setting) => ["-c", setting]),
];

/** Git's own variables that a user may set for all of git; the rest (GIT_DIR and the like, as in a hook) would point it elsewhere. */
const KEPT =
  /^GIT_(CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|CEILING_DIRECTORIES|EXEC_PATH|DISCOVERY_ACROSS_FILESYSTEM)$/;

/** A caller of git in `directory` that reads only, asks nobody, reaches no network and ends within 30 s. */
export function createGit(directory: string, environment: Environment): Git {
  const shown = commandEnvironment(environment, { workflowCommands: false });
  const kept = Object.entries(shown).filter(([name]) => !/^GIT_/i.test(name) || KEPT.test(name));
  const env = {
    ...Object.fromEntries(kept),
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    // Unlike protocol.allow it stands above what a repository's own configuration says of a single protocol.
    GIT_ALLOW_PROTOCOL: "none",
  };
  const inRepository = isInRepository(directory);
  return async (...args) => {
    // Most of what git costs is its start, which a folder without a repository can do without.
    if (!inRepository) return { ok: false, reason: "no-repository", text: "" };
    const result = await run("git", [...HARDENING, ...args], {
      cwd: directory,
      env,
      timeout: TIMEOUT_MS,
      maxBuffer: MAX_OUTPUT,
      allowFailure: true,
    });
    if (result.reason === null) return { ok: true, text: result.stdout.trim() };
    return { ok: false, reason: reasonOf(result), text: result.stderr.trim() };
  };
}

function isInRepository(directory: string): boolean {
  for (let folder = directory; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return true;
    if (folder === dirname(folder)) return false;
  }
}

function reasonOf({ reason, stderr }: CommandResult) {
  if (reason === "not-found" || reason === "not-executable") return "no-git";
  if (reason === "timeout") return "timeout";
  if (/dubious ownership/i.test(stderr)) return "other-owner";
  return /not a git repository/i.test(stderr) ? "no-repository" : "failed";
}

/** Why git could not tell, for people; without a full stop. */
export function explainGit(result: GitResult & { readonly ok: false }, directory: string): string {
  switch (result.reason) {
    case "no-git":
      return "git is not installed";
    case "no-repository":
      return `${directory} is not in a git repository`;
    case "other-owner":
      return `git does not read the repository at ${directory}, which belongs to another user (\`git config --global --add safe.directory ${directory}\` allows it)`;
    case "timeout":
      return `git did not answer within ${TIMEOUT_MS / 1000} s`;
    case "failed":
      return `git failed${result.text === "" ? "" : ` (${result.text.split("\n").at(-1)})`}`;
  }
}
