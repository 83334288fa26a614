import { UsageError } from "../../../errors.js";
import type { Change, ChangeQuery, ChangeSource } from "../../model.js";
import type { GerritSshOptions } from "../options.js";
import { inSession, type Session } from "../session.js";
import { isWanted } from "../wanted.js";
import { gerritQuery } from "./query.js";
import { changeOfRecord, headingOfRecord } from "./record-change.js";
import { gerritCommand, placeOf, type SshAccess, sshAccess, sshFailure } from "./ssh-command.js";
import { readSshPage, type SshPage } from "./ssh-page.js";
import { streamedEvents } from "./stream.js";

/** Changes a page; what the server's own limit is, at most. */
const PAGE = 500;
/** In characters: 500 changes with all that was ever said about them are a tenth of it. */
const LONGEST_PAGE = 256 * 1024 * 1024;
/** Gerrit may think for long before the first record, and then between two. */
const SILENCE_MS = 5 * 60_000;

/** Changes from Gerrit's commands `query` and `stream-events` over ssh. @throws UsageError `bad-source` */
export function openGerritSsh(options: GerritSshOptions): ChangeSource {
  const access = sshAccess(options);
  const projects = (query: ChangeQuery) => (query.projects.length > 0 ? query.projects : (options.projects ?? []));
  return {
    kind: "gerrit-ssh",
    changes: (query, signal) =>
      inSession(options, signal, (session) => changesIn(session, access, { ...query, projects: projects(query) })),
    watch: (query, signal) => inSession(options, signal, (session) => streamedEvents(session, access, projects(query))),
  };
}

async function* changesIn(
  session: Session,
  access: SshAccess,
  query: ChangeQuery,
): AsyncGenerator<Change, void, undefined> {
  const seen = new Set<number>();
  let next: SshPage["next"] = { start: 0 };
  while (next !== null) {
    const page: SshPage = await pageOf(session, access, { query, next });
    const fresh = page.records.filter((record) => !seen.has(record.number("number") ?? 0));
    for (const record of fresh) {
      seen.add(record.number("number") ?? 0);
      if (!isWanted(headingOfRecord(record), { ...query, projects: [] })) continue;
      yield changeOfRecord(record, query.with);
      session.progress(seen.size, null);
    }
    // A server that does not go on gives the same for ever.
    next = fresh.length === 0 ? null : page.next;
  }
}

interface Wanted {
  readonly query: ChangeQuery;
  readonly next: NonNullable<SshPage["next"]>;
}

/** From the cache or from Gerrit; kept once ssh has ended well. */
async function pageOf(session: Session, access: SshAccess, { query, next }: Wanted): Promise<SshPage> {
  const words = wordsOf(query, next, session.now());
  const start = "start" in next ? next.start : 0;
  const question = ["gerrit-ssh", access.host, String(access.port), access.user ?? "", ...words];
  const kept = await session.cache.load(question);
  if (kept?.age === "fresh") {
    try {
      return readSshPage(kept.body.split("\n"), start);
    } catch {
      // What was kept can't be read any more: it is asked for again.
    }
  }
  const lines: string[] = [];
  const command = gerritCommand(access, words).idleTimeout(SILENCE_MS).signal(session.signal);
  try {
    let length = 0;
    for await (const line of command.lines()) {
      length += line.length;
      if (length > LONGEST_PAGE)
        throw new UsageError("gerrit-refused", `Gerrit at ${placeOf(access)} prints more than 256 Mi characters.`);
      lines.push(line);
    }
  } catch (error) {
    session.signal.throwIfAborted();
    throw sshFailure(error, access);
  }
  const page = readSshPage(lines, start);
  await session.cache.save(question, { body: lines.join("\n"), etag: null, lastModified: null, link: null });
  return page;
}

function wordsOf(query: ChangeQuery, next: Wanted["next"], now: number): string[] {
  const start = "start" in next && next.start > 0 ? ["--start", String(next.start)] : [];
  const resumed = "sortKey" in next ? [`resume_sortkey:${next.sortKey}`] : [];
  const terms = gerritQuery(query, query.projects, now);
  return [
    "query",
    ...["--format", "JSON"],
    ...["--all-approvals", "--patch-sets", "--comments", "--commit-message", "--all-reviewers"],
    ...(query.with.has("files") ? ["--files"] : []),
    ...start,
    // A term that begins with a hyphen is no option.
    ...(terms.some((term) => term.startsWith("-")) ? ["--"] : []),
    ...terms,
    `limit:${PAGE}`,
    ...resumed,
  ];
}
