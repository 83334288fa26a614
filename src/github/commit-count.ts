import type { Known } from "../plan/index.js";
import type { GithubContext } from "./context.js";
import { explainGit, type Git, type GitResult } from "./git.js";

const INSTEAD = "set FORGE_COMMIT_COUNT to the number of commits in the pull request";
const DEEPEN = `check out with \`fetch-depth: 0\` (locally: \`git fetch --unshallow\`), or ${INSTEAD}.`;

/**
 * Counts the commits that the checked-out head adds to its base branch; on the base branch itself, all of the branch's.
 * A shallow clone in which the number cannot be known for sure gives the reason instead.
 */
export async function countCommits(options: {
  readonly git: Git;
  readonly context: GithubContext;
  readonly directory: string;
}): Promise<Known> {
  const { git, context, directory } = options;
  const shallow = await git("rev-parse", "--is-shallow-repository");
  if (!shallow.ok) return missing(`${explainGit(shallow, directory)}; ${INSTEAD}.`);
  const head = await headCommit(git, context);
  if (head === null) return missing(`the repository has no commit yet; ${INSTEAD}.`);
  const base = await findBase(git, context);
  if (base === null && shallow.text === "true") {
    return missing(`the clone is shallow and has no base branch to count against; ${DEEPEN}`);
  }
  if (base === null) {
    return missing(
      `no base branch is known to count against (looked for ${context.baseBranch ?? "the branch that origin/HEAD names, main and master"}); ${INSTEAD}.`,
    );
  }
  const repository = { git, shallow: shallow.text === "true" };
  return (await isBaseItself({ git, context, base, head }))
    ? countAll(repository, head)
    : countBetween(repository, { base: base.commit, name: base.name, head });
}

interface Repository {
  readonly git: Git;
  readonly shallow: boolean;
}

interface Base {
  /** The branch's name, without the remote's. */
  readonly name: string;
  readonly commit: string;
}

/** GitHub checks out a pull request as a merge into its base: the head is the merge's second parent. */
async function headCommit(git: Git, context: GithubContext): Promise<string | null> {
  const merged = context.ref?.kind === "pull" ? await commitOf(git, "HEAD^2") : null;
  return merged ?? commitOf(git, "HEAD");
}

async function findBase(git: Git, context: GithubContext): Promise<Base | null> {
  // A base that the event names but that was not fetched must not give way to another branch.
  const names = context.baseBranch === null ? await usualBases(git) : [context.baseBranch];
  for (const name of names) {
    for (const ref of [`refs/remotes/origin/${name}`, `refs/heads/${name}`]) {
      const commit = await commitOf(git, ref);
      if (commit !== null) return { name, commit };
    }
  }
  return null;
}

async function usualBases(git: Git): Promise<readonly string[]> {
  const remoteHead = await git("symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD");
  const branches = await git("for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads", "refs/remotes");
  const only = branches.ok && branches.text !== "" && !branches.text.includes("\n") ? [branches.text] : [];
  return [...(remoteHead.ok ? [remoteHead.text.replace(/^origin\//, "")] : []), "main", "master", ...only];
}

async function isBaseItself(options: { git: Git; context: GithubContext; base: Base; head: string }): Promise<boolean> {
  const { git, context, base, head } = options;
  if (context.pullRequest !== null) return false;
  const current = await git("symbolic-ref", "--quiet", "--short", "HEAD");
  const branch = current.ok ? current.text : context.ref?.kind === "branch" ? context.ref.name : null;
  if (branch !== null) return branch === base.name;
  return (await git("merge-base", "--is-ancestor", head, base.commit)).ok;
}

async function countAll({ git, shallow }: Repository, head: string): Promise<Known> {
  if (shallow) return missing(`the clone is shallow, so the branch's commits are not all there; ${DEEPEN}`);
  return countOf(await git("rev-list", "--count", head));
}

async function countBetween(
  { git, shallow }: Repository,
  { base, name, head }: { base: string; name: string; head: string },
): Promise<Known> {
  const mergeBase = await git("merge-base", base, head);
  if (!mergeBase.ok) {
    if (shallow) return missing(`the clone is shallow and does not reach the base branch ${name}; ${DEEPEN}`);
    return missing(`the head and the base branch ${name} have no commit in common; ${INSTEAD}.`);
  }
  // Where history is cut off, only a straight line from the base is sure to be all there is.
  const isSure = !shallow || (await git("rev-list", "--count", "--merges", `${base}..${head}`)).text === "0";
  if (!isSure)
    return missing(`the clone is shallow, so the commits since the base branch ${name} are not sure; ${DEEPEN}`);
  return countOf(await git("rev-list", "--count", `${base}..${head}`));
}

function countOf(counted: GitResult): Known {
  if (counted.ok && /^\d+$/.test(counted.text)) return { value: counted.text };
  return missing(`git could not count the commits; ${INSTEAD}.`);
}

async function commitOf(git: Git, ref: string): Promise<string | null> {
  const found = await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
  return found.ok ? found.text : null;
}

function missing(why: string): Known {
  return { missing: `The number of commits is not known: ${why}` };
}
