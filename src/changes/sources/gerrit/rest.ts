import { UsageError } from "../../../errors.js";
import type { Change, ChangePart, ChangeQuery, ChangeSource } from "../../model.js";
import { baseUrl } from "../base-url.js";
import { Fields } from "../fields.js";
import type { GerritOptions } from "../options.js";
import { pollingWatch } from "../poll.js";
import { inSession, type Session } from "../session.js";
import { sideBySide } from "../side-by-side.js";
import { isWanted } from "../wanted.js";
import { gerritQuery } from "./query.js";
import { type GerritAccess, GerritApi } from "./rest-api.js";
import { changeOfRest } from "./rest-change.js";

/** Of changes with all their patch sets and messages: more would make answers of tens of MiB. */
const PAGE = 100;
/** Pages under way at a time. */
const WIDTH = 3;

/** Changes from Gerrit's REST API. @throws UsageError `bad-source` */
export function openGerrit(options: GerritOptions): ChangeSource {
  const access: GerritAccess = { url: baseUrl(options.url, "Gerrit's address"), login: loginOf(options) };
  const load = (session: Session, query: ChangeQuery) =>
    changesIn({ session, access, query, projects: options.projects ?? [] });
  return {
    kind: "gerrit",
    changes: (query, signal) => inSession(options, signal, (session) => load(session, query)),
    watch: pollingWatch(options, { load, checks: "updating" }),
  };
}

interface Asked {
  readonly session: Session;
  readonly access: GerritAccess;
  readonly query: ChangeQuery;
  /** Where the query names none. */
  readonly projects: readonly string[];
}

async function* changesIn({ session, access, query, projects }: Asked): AsyncGenerator<Change, void, undefined> {
  const api = new GerritApi(access, session);
  const asked = gerritQuery(query, query.projects.length > 0 ? query.projects : projects, session.now());
  const seen = new Set<number>();
  for await (const page of pagesOf(api, `/changes/?q=${encodeURIComponent(asked.join(" "))}${optionsOf(query)}`)) {
    const fresh = page.filter((fields) => !seen.has(fields.number("_number") ?? 0));
    // A server that knows no offsets gives the same page for ever.
    if (fresh.length === 0) return;
    for (const fields of fresh) {
      seen.add(fields.number("_number") ?? 0);
      const lineComments =
        query.number !== undefined && query.with.has("comments") ? await lineCommentsOf(api, fields) : null;
      const change = changeOfRest({ fields, lineComments, site: access.url });
      if (!isWanted(change, { ...query, projects: [] })) continue;
      yield change;
      session.progress(seen.size, null);
    }
  }
}

/**
 * The pages of a query. How long they are the first one tells, for a site may give fewer than asked for; how many there are, the last one:
 * so some are asked for that are not there.
 */
async function* pagesOf(api: GerritApi, path: string): AsyncGenerator<Fields[], void, undefined> {
  const load = async (start: number): Promise<Fields[]> => Fields.listOf(await api.get(`${path}&n=${PAGE}&S=${start}`));
  const first = await load(0);
  yield first;
  if (!hasMore(first)) return;
  for await (const page of sideBySide(multiples(first.length), WIDTH, load)) {
    yield page;
    if (!hasMore(page)) return;
  }
}

function hasMore(page: readonly Fields[]): boolean {
  return page.at(-1)?.flag("_more_changes") ?? false;
}

function* multiples(of: number): Generator<number, void, undefined> {
  for (let start = of; ; start += of) yield start;
}

const MESSAGES: readonly ChangePart[] = ["reviews", "review-comments", "votes", "comments", "reviewers"];

/** Labels and messages are what votes are read from: `labels` has those on the current patch set, messages tell of the others. */
function optionsOf(query: ChangeQuery): string {
  const wanted = query.with;
  const votes = MESSAGES.some((part) => wanted.has(part));
  return [
    "ALL_REVISIONS",
    "CURRENT_COMMIT",
    "DETAILED_ACCOUNTS",
    ...(votes ? ["DETAILED_LABELS", "MESSAGES"] : []),
    ...(wanted.has("files") ? ["CURRENT_FILES"] : []),
  ]
    .map((option) => `&o=${option}`)
    .join("");
}

async function lineCommentsOf(api: GerritApi, fields: Fields): Promise<Fields | null> {
  return Fields.of(await api.get(`/changes/${fields.number("_number") ?? 0}/comments`));
}

function loginOf({ user, password }: GerritOptions): GerritAccess["login"] {
  if (!user && !password) return null;
  if (!user || !password)
    throw new UsageError("bad-source", "Gerrit takes a user and an HTTP password together, or neither.");
  return { user, password };
}
