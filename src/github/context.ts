import { at, numberAt, type Payload, parsePayload, textAt } from "./payload.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** What GitHub says about the event that a run is for; `null`: not said. */
export interface GithubContext {
  /** Whether the run is GitHub's (or that of a runner like it). */
  readonly inActions: boolean;
  /** The event's name, such as `pull_request`. */
  readonly event: string | null;
  /** The event's payload; null when it is missing or damaged. */
  readonly payload: Payload | null;
  readonly owner: string | null;
  readonly repo: string | null;
  /** The commit that the workflow runs for; a pull request's is its test merge. */
  readonly sha: string | null;
  /** The pull request's head commit. */
  readonly headSha: string | null;
  readonly pullRequest: number | null;
  /** Commits in the pull request. */
  readonly commits: number | null;
  /** Branch that the event is about to change, or the repository's default branch. */
  readonly baseBranch: string | null;
  /** The event's code comes from another repository, or its origin is not known. */
  readonly fork: boolean;
  readonly ref: { readonly kind: "branch" | "tag" | "pull" | "unknown"; readonly name: string } | null;
  readonly runId: string | null;
  /** The run's page. */
  readonly runUrl: string | null;
  readonly actor: string | null;
}

/**
 * Reads the context from the variables that GitHub sets and the payload that GITHUB_EVENT_PATH names. Never fails: what is
 * missing or damaged is null, and {@link policyFor} takes it as least trusted.
 */
export async function readGithubContext(
  environment: Environment,
  readFile: (path: string) => Promise<string>,
): Promise<GithubContext> {
  const said = (name: string): string | null => environment[name] || null;
  const event = said("GITHUB_EVENT_NAME");
  const path = said("GITHUB_EVENT_PATH");
  const payload = path === null ? null : parsePayload(await readFile(path).catch(() => ""));
  const [owner, repo] = repositoryOf(said("GITHUB_REPOSITORY") ?? textAt(payload, "repository", "full_name"));
  const runId = said("GITHUB_RUN_ID");
  const server = said("GITHUB_SERVER_URL") ?? "https://github.com";
  const ref = refOf(said("GITHUB_REF") ?? textAt(payload, "ref"), said("GITHUB_REF_TYPE"));
  return {
    inActions: said("GITHUB_ACTIONS") !== null || event !== null,
    event,
    payload,
    owner,
    repo,
    sha: said("GITHUB_SHA"),
    headSha: textAt(payload, "pull_request", "head", "sha"),
    pullRequest:
      numberAt(payload, "pull_request", "number") ??
      pullRequestOfComment(payload) ??
      pullRequestOfRef(said("GITHUB_REF")),
    commits: numberAt(payload, "pull_request", "commits"),
    baseBranch: baseBranchOf(environment, payload),
    fork: isFork(event, payload),
    ref,
    runId,
    runUrl: owner && repo && runId ? `${server.replace(/\/+$/, "")}/${owner}/${repo}/actions/runs/${runId}` : null,
    actor: said("GITHUB_ACTOR"),
  };
}

function repositoryOf(fullName: string | null): readonly [string | null, string | null] {
  const parts = fullName?.split("/") ?? [];
  return parts.length === 2 && parts[0] && parts[1] ? [parts[0], parts[1]] : [null, null];
}

function refOf(ref: string | null, type: string | null): GithubContext["ref"] {
  if (ref === null) return null;
  const [, kind, name] = /^refs\/(heads|tags|pull)\/(.+)$/s.exec(ref) ?? [];
  if (kind === undefined || name === undefined) {
    return { kind: type === "branch" || type === "tag" ? type : "unknown", name: ref };
  }
  return { kind: kind === "tags" || type === "tag" ? "tag" : kind === "heads" ? "branch" : "pull", name };
}

function pullRequestOfComment(payload: Payload | null): number | null {
  return at(payload, "issue", "pull_request") ? numberAt(payload, "issue", "number") : null;
}

function pullRequestOfRef(ref: string | null): number | null {
  const number = /^refs\/pull\/(\d{1,15})\//.exec(ref ?? "")?.[1];
  return number === undefined ? null : Number(number);
}

function baseBranchOf(environment: Environment, payload: Payload | null): string | null {
  return (
    textAt(payload, "pull_request", "base", "ref") ||
    environment.GITHUB_BASE_REF ||
    textAt(payload, "merge_group", "base_ref")?.replace(/^refs\/heads\//, "") ||
    textAt(payload, "repository", "default_branch") ||
    null
  );
}

/** Told by the repositories' ids; a repository that is gone, or not named, is a fork. */
function isFork(event: string | null, payload: Payload | null): boolean {
  if (event === "workflow_run") {
    const head = numberAt(payload, "workflow_run", "head_repository", "id");
    return head === null || head !== numberAt(payload, "repository", "id");
  }
  if (event?.startsWith("pull_request") || at(payload, "pull_request")) {
    const head = numberAt(payload, "pull_request", "head", "repo", "id");
    return head === null || head !== numberAt(payload, "pull_request", "base", "repo", "id");
  }
  return false;
}
