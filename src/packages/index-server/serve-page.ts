import { negotiate, type Representation, representation } from "./accept.js";
import type { BlobStore } from "./blob-store.js";
import { cacheControl, type Exchange, headerText, sendText } from "./exchange.js";
import { matches } from "./file-headers.js";
import type { LoadedPage, Prepared } from "./loaded-page.js";
import type { PageStore } from "./page-store.js";
import type { Pages } from "./pages.js";
import type { FileEntry } from "./project.js";
import { renderNames } from "./render-html.js";
import type { Source } from "./source.js";

export interface PageServices {
  readonly pages: Pages;
  readonly store: PageStore;
  readonly blobs: BlobStore;
}

/** A page as it goes out; `stale`: why it could not be checked. */
interface Outgoing {
  readonly prepared: Prepared;
  readonly stale: string | null;
}

/** How many projects the root page lists at most. */
const MAX_NAMES = 1000;

/** Begins the outcome of an answer from a kept page that could not be checked. */
export const STALE = "stale: ";

/** Serves a page that is fresh in memory, without waiting for anything; false: there is none. */
export function serveFresh(
  exchange: Exchange,
  pages: Pages,
  target: { readonly source: Source; readonly project: string },
): boolean {
  const page = pages.fresh(target.source, target.project);
  if (page === undefined || wantsChecked(exchange)) return false;
  const form = formOf(exchange);
  if (form === null) return notAcceptable(exchange);
  exchange.outcome = "kept";
  send(exchange, { prepared: page.prepare(form), stale: null });
  return true;
}

/** Serves a project's page. */
export async function servePage(
  exchange: Exchange,
  services: PageServices,
  { source, project }: { readonly source: Source; readonly project: string },
): Promise<void> {
  const form = formOf(exchange);
  if (form === null) {
    notAcceptable(exchange);
    return;
  }
  const outcome = await services.pages.get(source, project, wantsChecked(exchange) ? "checked" : "fresh");
  if (exchange.response.destroyed) return;
  if (outcome.kind === "absent") {
    sendText(exchange, { status: 404, text: `The upstream has no project ${project}.` });
  } else if (outcome.kind === "fault") {
    exchange.outcome = outcome.fault.message;
    sendText(exchange, { status: outcome.fault.status, text: `No page of ${project}: ${outcome.fault.message}.` });
  } else if (outcome.stale === null) {
    exchange.outcome = "checked";
    send(exchange, { prepared: outcome.page.prepare(form), stale: null });
  } else {
    exchange.outcome = `${STALE}${outcome.stale}`;
    const advertised = await servable(outcome.page, services);
    send(exchange, { prepared: outcome.page.prepare(form, advertised), stale: outcome.stale });
  }
}

/** The projects of an upstream of which a page is kept; an index of all that there are would be huge, and no client needs it. */
export async function serveNames(exchange: Exchange, store: PageStore, source: Source): Promise<void> {
  const form = formOf(exchange);
  if (form === null) {
    notAcceptable(exchange);
    return;
  }
  const rootId = await source
    .root()
    .then(({ id }) => id)
    .catch(() => null);
  const names = rootId === null ? [] : (await store.names(rootId)).slice(0, MAX_NAMES);
  const list = { meta: { "api-version": "1.0" }, projects: names.map((name) => ({ name })) };
  const body = Buffer.from(form.form === "json" ? JSON.stringify(list) : renderNames(names));
  exchange.response.writeHead(200, {
    "content-type": form.contentType,
    "content-length": body.length,
    "cache-control": "no-cache",
    vary: "Accept",
  });
  exchange.response.end(exchange.request.method === "HEAD" ? undefined : body);
}

function send(exchange: Exchange, { prepared, stale }: Outgoing): void {
  const { request, response } = exchange;
  const { body, etag, contentType } = prepared;
  const headers = [
    ...["Content-Type", contentType, "ETag", etag, "Vary", "Accept"],
    ...["Cache-Control", cacheControl(exchange, "no-cache")],
    ...(stale === null ? [] : ["Warning", '110 forgexec "Response is Stale"', "X-Forgexec-Stale", headerText(stale)]),
  ];
  if (matches(request.headers["if-none-match"], etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  headers.push("Content-Length", String(body.length));
  response.writeHead(200, headers);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Files whose metadata is kept: with the upstream gone no other can be served. */
async function servable(page: LoadedPage, { blobs }: PageServices): Promise<ReadonlySet<FileEntry>> {
  const wanted = page.kept.project.files.filter(({ metadata }) => metadata !== undefined && metadata !== true);
  const kept = await blobs.keptOf(wanted.map(({ metadata }) => (metadata as { sha256?: string }).sha256 ?? ""));
  return new Set(wanted.filter(({ metadata }) => kept.has((metadata as { sha256?: string }).sha256 ?? "")));
}

function formOf({ request }: Exchange): Representation | null {
  const url = request.url ?? "";
  const query = url.indexOf("?");
  const format = query < 0 ? null : new URLSearchParams(url.slice(query)).get("format");
  return format === null ? negotiate(request.headers.accept) : representation(format);
}

function wantsChecked({ request }: Exchange): boolean {
  return request.headers["cache-control"]?.includes("no-cache") === true;
}

function notAcceptable(exchange: Exchange): true {
  const text = "Pages are text/html, application/vnd.pypi.simple.v1+html or application/vnd.pypi.simple.v1+json.";
  sendText(exchange, { status: 406, text, headers: { vary: "Accept" } });
  return true;
}
