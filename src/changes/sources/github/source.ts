import { UsageError } from "../../../errors.js";
import { printable } from "../../../printable.js";
import type { Change, ChangeQuery, ChangeSource } from "../../model.js";
import { baseUrl } from "../base-url.js";
import { Fields } from "../fields.js";
import type { GithubOptions } from "../options.js";
import { pollingWatch } from "../poll.js";
import { inSession, type Session } from "../session.js";
import { sideBySide } from "../side-by-side.js";
import { isWanted } from "../wanted.js";
import { GithubApi } from "./api.js";
import { changeOf } from "./change.js";
import { queuedPulls } from "./merge-queue.js";
import { pagesOf } from "./pages.js";
import { type PartsContext, withParts } from "./parts.js";
import { ApiRefusal } from "./refusal.js";

/** Pull requests whose parts are under way at a time; the connections bound it too. */
const WIDTH = 8;

/** Pull requests from GitHub's REST API. @throws UsageError `bad-source` */
export function openGithub(options: GithubOptions): ChangeSource {
  const access = { apiUrl: baseUrl(options.apiUrl, "GitHub's API"), token: checkedToken(options.token) };
  const load = async function* (session: Session, query: ChangeQuery): AsyncGenerator<Change, void, undefined> {
    const api = new GithubApi(access, session);
    const repositories = query.projects.length > 0 ? query.projects : options.repositories;
    for (const repository of repositories.map(checkedName)) yield* pullsOf({ api, session, query, repository });
  };
  return {
    kind: "github",
    changes: (query, signal) => inSession(options, signal, (session) => load(session, query)),
    watch: pollingWatch(options, { load, checks: "silent" }),
  };
}

interface Repository {
  readonly api: GithubApi;
  readonly session: Session;
  readonly query: ChangeQuery;
  /** `owner/name` */
  readonly repository: string;
}

async function* pullsOf(of: Repository): AsyncGenerator<Change, void, undefined> {
  const { api, session, query, repository } = of;
  const queueing = query.with.has("votes") && query.statuses.includes("open");
  let queued: Promise<ReadonlySet<number>> | null = queueing ? null : Promise.resolve(new Set());
  const noted = new Set<string>();
  const context: PartsContext = {
    api,
    repository,
    with: query.with,
    queued: () => {
      queued ??= queuedPulls(api, repository);
      return queued;
    },
    missing: (what, why) => {
      if (!noted.has(what)) session.note(`${repository}: the ${what} are left out. ${why}`);
      noted.add(what);
    },
  };
  let done = 0;
  let total: number | null = null;
  const listed = query.number === undefined ? listedPulls(of, (most) => (total = most)) : onePull(of, query.number);
  for await (const change of sideBySide(listed, WIDTH, async (fields) => changeOf(await withParts(fields, context)))) {
    yield change;
    session.progress(++done, total);
  }
}

async function* onePull(
  { api, repository, query }: Repository,
  number: number,
): AsyncGenerator<Fields, void, undefined> {
  try {
    const fields = Fields.of((await api.get(`/repos/${repository}/pulls/${number}`)).value);
    if (fields !== null && isListed(fields, query)) yield fields;
  } catch (error) {
    // The repository may be there without it: whoever asked sees that nothing came.
    if (!(error instanceof ApiRefusal) || error.status !== 404) throw error;
  }
}

/** The pull requests of the list that the query wants, each once: while pages are fetched, others move from one to the next. */
async function* listedPulls(
  { api, repository, query }: Repository,
  total: (most: number) => void,
): AsyncGenerator<Fields, void, undefined> {
  const seen = new Set<number>();
  for await (const { items, pages } of pagesOf(api, `/repos/${repository}/pulls?${listQuery(query)}`, null)) {
    total(pages === 1 ? items.length : pages * 100);
    for (const fields of items) {
      const number = fields.number("number");
      if (number === null || seen.has(number) || !isListed(fields, query)) continue;
      seen.add(number);
      yield fields;
    }
    const since = query.updatedSince;
    if (since !== undefined && items.every((fields) => (fields.time("updated_at") ?? since) < since)) return;
  }
}

function listQuery({ statuses, updatedSince }: ChangeQuery): string {
  const closed = statuses.includes("merged") || statuses.includes("closed");
  const state = closed ? (statuses.includes("open") ? "all" : "closed") : "open";
  return `state=${state}&sort=${updatedSince === undefined ? "created" : "updated"}&direction=desc`;
}

/** By the list alone, before anything more is asked for. */
function isListed(fields: Fields, query: ChangeQuery): boolean {
  const bare = {
    fields,
    reviews: [],
    checks: [],
    statuses: [],
    checked: null,
    comments: [],
    files: null,
    queue: "out",
    project: null,
  } as const;
  return isWanted(changeOf(bare), { ...query, projects: [] });
}

function checkedName(repository: string): string {
  if (/^[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/.test(repository) && !/(^|\/)\.{1,2}(\/|$)/.test(repository))
    return repository;
  throw new UsageError("bad-repository", `A repository is named as owner/name, not "${printable(repository)}".`);
}

/** What is no token would fail in the depth of the HTTP client, with the token in the message. */
function checkedToken(token: string | null): string | null {
  const trimmed = token?.trim() ?? "";
  if (/[^\x21-\x7e]/.test(trimmed)) {
    throw new UsageError(
      "bad-source",
      "GitHub's token has characters that no token has, such as a space or a line end.",
    );
  }
  return trimmed === "" ? null : trimmed;
}
