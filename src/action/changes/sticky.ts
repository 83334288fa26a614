import { UsageError } from "../../errors.js";
import type { GithubApi } from "./github-api.js";

/** GitHub takes no more in a comment or an issue's text; counted in UTF-16 units, which are never fewer than its characters. */
export const LONGEST_BODY = 65_536;

const PER_PAGE = 100;
/** As many pages are looked through; who has more comments than that gets a new one. */
const MOST_PAGES = 50;

export interface Posting {
  /** `owner/name`. */
  readonly repository: string;
  /** Tells the posts of one job from those of another. */
  readonly id: string;
  readonly body: string;
}

/** Writes the text as a comment on an issue or pull request, over its own earlier one if there is one; returns the comment's address. */
export async function postComment(api: GithubApi, posting: Posting & { readonly issue: number }): Promise<string> {
  const { repository, id, issue } = posting;
  const list = `/repos/${repository}/issues/${issue}/comments`;
  const body = marked(posting);
  const own = await find(api, `${list}?`, id);
  const answer =
    own === null
      ? await api.send("POST", list, { body: { body } })
      : await api.send("PATCH", `/repos/${repository}/issues/comments/${own.id}`, { body: { body } });
  return addressIn(answer.body);
}

/** Writes the text into an issue that it opens, or into the open one that it opened earlier; returns the issue's address. */
export async function postIssue(api: GithubApi, posting: Posting & { readonly title: string }): Promise<string> {
  const { repository, id, title } = posting;
  const list = `/repos/${repository}/issues`;
  const body = marked(posting);
  const own = await find(api, `${list}?state=open&sort=created&direction=asc&`, id);
  const answer =
    own === null
      ? await api.send("POST", list, { body: { title, body } })
      : await api.send("PATCH", `${list}/${own.number}`, { body: { title, body } });
  return addressIn(answer.body);
}

/** Room for the text beside the marker. */
export function roomFor(id: string): number {
  return LONGEST_BODY - markerOf(id).length - 1;
}

function marked({ id, body }: Posting): string {
  return `${markerOf(id)}\n${body}`;
}

/** What does not show, and names the post; only letters, digits and dashes, so that nothing in it ends the comment. */
function markerOf(id: string): string {
  return `<!-- forgexec-changes:${id.toLowerCase().replace(/[^a-z0-9]+/g, "-")} -->`;
}

interface Found {
  readonly id: number;
  readonly number: number | undefined;
}

/** The first that begins with the marker and was written by whoever the token is: anyone could put the marker into a text of theirs. */
async function find(api: GithubApi, list: string, id: string): Promise<Found | null> {
  const marker = markerOf(id);
  const self = await ownLogin(api);
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { body } = await api.send("GET", `${list}per_page=${PER_PAGE}&page=${page}`);
    if (!Array.isArray(body))
      throw new UsageError("github-refused", "GitHub's answer is not the list that it should be.");
    for (const item of body as readonly Item[]) {
      const isOwn = self === null ? item.user?.type === "Bot" : item.user?.login === self;
      if (isOwn && item.body?.startsWith(marker) === true && item.pull_request == null && item.id !== undefined) {
        return { id: item.id, number: item.number };
      }
    }
    if (body.length < PER_PAGE) return null;
  }
  return null;
}

interface Item {
  readonly id?: number;
  readonly number?: number;
  readonly body?: string | null;
  readonly user?: { readonly login?: string; readonly type?: string } | null;
  readonly pull_request?: unknown;
}

/** Null: the token is an app's, as the job's own is, and whatever it writes is by a bot. */
async function ownLogin(api: GithubApi): Promise<string | null> {
  const { status, body } = await api.send("GET", "/user", { accept: [401, 403, 404] });
  const login = (body as { readonly login?: unknown } | null)?.login;
  return status === 200 && typeof login === "string" ? login : null;
}

function addressIn(body: unknown): string {
  const url = (body as { readonly html_url?: unknown } | null)?.html_url;
  return typeof url === "string" ? url : "";
}
