import type { ChangePart, ChangeQuery } from "../../model.js";
import type { Fields } from "../fields.js";
import type { GithubApi } from "./api.js";
import { listOf } from "./pages.js";
import type { Pull } from "./pull.js";
import { ApiRefusal } from "./refusal.js";

export interface PartsContext {
  readonly api: GithubApi;
  /** `owner/name` */
  readonly repository: string;
  readonly with: ChangeQuery["with"];
  /** The numbers of the pull requests in the merge queue. */
  readonly queued: () => Promise<ReadonlySet<number>>;
  /** Something that the token may not read; said once each. */
  readonly missing: (what: string, why: string) => void;
}

/** What GitHub's list of reviews tells. */
const REVIEW_PARTS: readonly ChangePart[] = ["reviews", "review-comments", "votes", "comments", "reviewers"];

/** A pull request with what the query wants of it, all parts asked for at a time. */
export async function withParts(fields: Fields, context: PartsContext): Promise<Pull> {
  const { api, repository, with: wanted } = context;
  const number = fields.number("number") ?? 0;
  const root = `/repos/${repository}`;
  const sha = fields.object("head")?.text("sha") ?? null;
  const commit = wanted.has("votes") && sha !== null ? `${root}/commits/${encodeURIComponent(sha)}` : null;
  const people = REVIEW_PARTS.some((part) => wanted.has(part));
  const none = Promise.resolve<Fields[]>([]);
  const [reviews, checks, statuses, spoken, onLines, files, queued] = await Promise.all([
    people ? listOf(api, `${root}/pulls/${number}/reviews`) : none,
    commit === null ? none : optional(listOf(api, `${commit}/check-runs`, "check_runs"), "check runs", context),
    commit === null ? none : optional(statusesOf(api, commit), "commit statuses", context),
    wanted.has("comments") ? listOf(api, `${root}/issues/${number}/comments`) : none,
    wanted.has("comments") ? listOf(api, `${root}/pulls/${number}/comments`) : none,
    wanted.has("files") ? listOf(api, `${root}/pulls/${number}/files`) : null,
    context.queued(),
  ]);
  return {
    fields,
    reviews,
    checks,
    statuses,
    checked: sha,
    comments: [...spoken, ...onLines],
    files: files?.map((file) => file.text("filename")).filter((path) => path !== null) ?? null,
    queue: queued.has(number) ? "in" : "out",
    project: repository,
  };
}

/** The latest of each context; servers without the combined view have the list of all, of which the latest are taken later. */
async function statusesOf(api: GithubApi, commit: string): Promise<Fields[]> {
  try {
    return await listOf(api, `${commit}/status`, "statuses");
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 404) return listOf(api, `${commit}/statuses`);
    throw error;
  }
}

/** A token may lack the permission for checks, and a commit may be gone: the change is still there. */
async function optional(list: Promise<Fields[]>, what: string, { missing }: PartsContext): Promise<Fields[]> {
  try {
    return await list;
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    if (error.status !== 404 && error.status !== 422) missing(what, error.message);
    return [];
  }
}
