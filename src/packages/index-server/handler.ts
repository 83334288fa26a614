import type { IncomingMessage, ServerResponse } from "node:http";
import { isIP } from "node:net";
import { MARK_HEADER } from "./client.js";
import { type Exchange, sendText } from "./exchange.js";
import { asFault } from "./fault.js";
import { type Route, route } from "./route.js";
import { type FileServices, serveFile } from "./serve-file.js";
import { type PageServices, STALE, serveFresh, serveNames, servePage } from "./serve-page.js";
import type { Source } from "./source.js";

export interface HandlerSettings {
  readonly services: PageServices & FileServices;
  /** By the first part of their path; "": the unnamed one. */
  readonly sources: ReadonlyMap<string, Source>;
  /** The mark of this server's own requests: an upstream that leads back here is a circle. */
  readonly mark: string;
  /** `loopback`: only names of this machine are served, so that no web page can read along by a name of its own. */
  readonly reach: "loopback" | "anyone";
  /** Which index alone may serve a project; null: any. */
  readonly pinned: (project: string) => string | null;
  readonly pipKeeps: "files" | "nothing";
  /** Told why an upstream did not answer. */
  readonly fault?: ((reason: string) => void) | undefined;
  readonly log?: ((line: string) => void) | undefined;
}

/** Answers the index's requests. */
export function handler(settings: HandlerSettings): (request: IncomingMessage, response: ServerResponse) => void {
  const { services, sources, log, fault, pinned, pipKeeps } = settings;
  return (request, response) => {
    const exchange: Exchange = { request, response, outcome: "", reuse: reuseBy(request, pipKeeps) };
    if (log !== undefined) logWhenDone(exchange, log);
    const refusal = refusalOf(request, settings);
    if (refusal !== null) {
      sendText(exchange, refusal);
      return;
    }
    const target = route(pathOf(request), sources);
    const elsewhere = pinnedElsewhere(target, pinned);
    if (elsewhere !== null) {
      exchange.outcome = "pinned to another index";
      sendText(exchange, { status: 404, text: `${elsewhere} is served by another index alone.` });
      return;
    }
    if (target.kind === "page" && serveFresh(exchange, services.pages, target)) return;
    answer(exchange, services, target)
      .catch((error) => fail(exchange, error))
      .then(() => {
        const reason = faultOf(exchange);
        if (reason !== null) fault?.(reason);
      });
  };
}

async function answer(exchange: Exchange, services: PageServices & FileServices, target: Route): Promise<void> {
  switch (target.kind) {
    case "page":
      return servePage(exchange, services, target);
    case "file":
      return serveFile(exchange, services, target);
    case "list":
      return serveNames(exchange, services.store, target.source);
    case "redirect":
      return sendText(exchange, { status: 301, text: `See ${target.to}`, headers: { location: target.to } });
    case "nothing":
      return sendText(exchange, { status: 404, text: "There is nothing here. Package indexes end in /simple/." });
  }
}

/** What breaks off an answer: the client must not take it for a whole one. */
function fail(exchange: Exchange, error: unknown): void {
  const fault = asFault(error, "the answer");
  exchange.outcome ||= fault.message;
  const { response } = exchange;
  if (response.headersSent || response.destroyed) {
    exchange.outcome = `broken off: ${fault.message}`;
    response.destroy();
  } else {
    sendText(exchange, { status: fault.status, text: `${fault.message}.` });
  }
}

/** Why there was no answer, or none that could be checked; null: there was, or whoever asked has gone. */
function faultOf({ response, outcome }: Exchange): string | null {
  if (response.destroyed && !response.writableFinished) return null;
  if (outcome.startsWith(STALE)) return `${outcome.slice(STALE.length)}; what is kept is served`;
  return response.statusCode >= 502 && response.statusCode <= 504 ? outcome : null;
}

function refusalOf(request: IncomingMessage, { mark, reach }: HandlerSettings): Parameters<typeof sendText>[1] | null {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return { status: 405, text: "This index is only read.", headers: { allow: "GET, HEAD" } };
  }
  if (reach === "loopback" && !isLoopbackName(request.headers.host ?? "localhost")) {
    return { status: 403, text: "This index serves its own machine, by 127.0.0.1 or localhost." };
  }
  if (request.headers[MARK_HEADER] === mark) return { status: 508, text: "The upstream leads back to this index." };
  return null;
}

/** The project that is asked for, where another index alone may serve it. */
function pinnedElsewhere(target: Route, pinned: HandlerSettings["pinned"]): string | null {
  if (target.kind !== "page" && target.kind !== "file") return null;
  const index = pinned(target.project);
  return index === null || index === target.source.name ? null : target.project;
}

// Not by an answer for all: uv keeps no unpacked wheel of an answer that must not be stored.
function reuseBy({ headers }: IncomingMessage, pipKeeps: "files" | "nothing"): Exchange["reuse"] {
  return pipKeeps === "nothing" && headers["user-agent"]?.startsWith("pip/") ? "forbidden" : "allowed";
}

const names = new Map<string, boolean>();

function isLoopbackName(host: string): boolean {
  let known = names.get(host);
  if (known === undefined) {
    const name = host.replace(/:\d*$/, "").replace(/^\[|\]$/g, "");
    known = name === "localhost" || name === "::1" || (isIP(name) === 4 && name.startsWith("127."));
    if (names.size < 64) names.set(host, known);
  }
  return known;
}

function pathOf({ url = "/" }: IncomingMessage): string {
  const query = url.indexOf("?");
  return query < 0 ? url : url.slice(0, query);
}

function logWhenDone(exchange: Exchange, log: (line: string) => void): void {
  const { request, response } = exchange;
  const began = performance.now();
  response.once("close", () => {
    const took = `${Math.round(performance.now() - began)}ms`;
    const path = pathOf(request)
      .replace(/[^\x21-\x7e]/g, "?")
      .slice(0, 300);
    const end = response.writableFinished ? "" : " (not complete)";
    log(`${request.method} ${path} ${response.statusCode} ${took}${end} ${exchange.outcome}`.trimEnd());
  });
}
