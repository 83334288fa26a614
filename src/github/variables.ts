import { UsageError } from "../errors.js";
import type { ForgeVariables, Known } from "../plan/index.js";
import { countCommits } from "./commit-count.js";
import type { GithubContext } from "./context.js";
import { createGit, explainGit, type Git, type GitResult } from "./git.js";
import { repositoryOfRemote } from "./remote.js";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What `{forge-…}` and FORGE_* stand for. A FORGE_ variable that is set wins; else the event and GitHub's variables; else
 * git in `directory`. A variable that is set but empty counts as not set. Commits are counted only if `needCommitCount`.
 * @throws UsageError `invalid-commit-count` when FORGE_COMMIT_COUNT is no whole number
 */
export async function forgeVariables(options: {
  readonly environment: Environment;
  readonly context: GithubContext;
  /** Absolute; a folder of the repository. */
  readonly directory: string;
  readonly needCommitCount: boolean;
}): Promise<ForgeVariables> {
  const { environment, context, directory } = options;
  const given = (name: string): Known | null => (environment[name] ? { value: environment[name] } : null);
  const said = (value: string | number | null): Known | null => (value === null ? null : { value: String(value) });
  const git = createGit(directory, environment);

  const givenCount = checkedCount(environment.FORGE_COMMIT_COUNT) ?? said(context.commits);
  const owner = given("FORGE_OWNER") ?? said(context.owner);
  const repo = given("FORGE_REPO") ?? said(context.repo);
  const sha = given("FORGE_SHA") ?? said(context.headSha ?? context.sha);
  const [remote, head, commitCount] = await Promise.all([
    owner !== null && repo !== null ? { owner, repo } : readRemote(git, directory),
    sha ?? readHead(git, directory),
    givenCount ?? (options.needCommitCount ? countCommits({ git, context, directory }) : NOT_COUNTED),
  ]);
  return {
    commitCount,
    owner: owner ?? remote.owner,
    repo: repo ?? remote.repo,
    sha: head,
    pullRequest:
      given("FORGE_PULL_REQUEST") ??
      said(context.pullRequest) ??
      absent("This run is for no pull request", "FORGE_PULL_REQUEST"),
    runId: given("FORGE_RUN_ID") ?? said(context.runId) ?? absent("There is no GitHub run", "FORGE_RUN_ID"),
    statusUrl:
      given("FORGE_STATUS_URL") ?? said(context.runUrl) ?? absent("There is no GitHub run", "FORGE_STATUS_URL"),
    installId: given("FORGE_INSTALL_ID") ?? absent("No installation is given", "FORGE_INSTALL_ID"),
  };
}

const NOT_COUNTED: Known = { missing: "The number of commits was not asked for." };

function absent(why: string, variable: string): Known {
  return { missing: `${why}; set ${variable}.` };
}

function checkedCount(text: string | undefined): Known | null {
  if (text === undefined || text.trim() === "") return null;
  const digits = text.trim();
  if (/^\d{1,15}$/.test(digits)) return { value: String(Number(digits)) };
  throw new UsageError(
    "invalid-commit-count",
    `FORGE_COMMIT_COUNT is "${digits}", which is not a whole number of commits. Correct it, or unset it to have them counted.`,
  );
}

async function readRemote(git: Git, directory: string): Promise<{ readonly owner: Known; readonly repo: Known }> {
  const url = await git("remote", "get-url", "origin");
  const found = url.ok ? repositoryOfRemote(url.text) : null;
  if (found !== null) return { owner: { value: found.owner }, repo: { value: found.repo } };
  const configured = url.ok
    ? "the remote origin's address does not name an owner and a repository"
    : whyNoRemote(url, directory);
  return {
    owner: absent(`The repository's owner is not known: ${configured}`, "FORGE_OWNER"),
    repo: absent(`The repository's name is not known: ${configured}`, "FORGE_REPO"),
  };
}

function whyNoRemote(failure: GitResult & { readonly ok: false }, directory: string): string {
  return /no such remote/i.test(failure.text) ? "git has no remote origin" : explainGit(failure, directory);
}

async function readHead(git: Git, directory: string): Promise<Known> {
  const head = await git("rev-parse", "--verify", "--end-of-options", "HEAD^{commit}");
  if (head.ok) return { value: head.text };
  const why = head.reason === "failed" ? "the repository has no commit yet" : explainGit(head, directory);
  return absent(`The commit is not known: ${why}`, "FORGE_SHA");
}
