import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Json } from "./github-description.js";

/** An account as Gerrit's REST API gives it with DETAILED_ACCOUNTS. */
export const restAccount = (id: number, username: string): Json => ({
  _account_id: id,
  name: `${username[0]?.toUpperCase()}${username.slice(1)} Example`,
  email: `${username}@example.org`,
  username,
});

/** A ChangeInfo in the shape of Gerrit's documentation: one patch set, no votes. */
export function changeInfo(number: number, changed: Json = {}): Json {
  const sha = String(number % 10).repeat(40);
  return {
    id: `tools%2Fforge~main~I${String(number).padStart(40, "0")}`,
    project: "tools/forge",
    branch: "main",
    change_id: `I${String(number).padStart(40, "0")}`,
    subject: `Change ${number}`,
    status: "NEW",
    created: "2026-03-01 09:59:32.126000000",
    updated: "2026-03-02 11:16:36.775000000",
    mergeable: true,
    insertions: 34,
    deletions: 101,
    _number: number,
    owner: restAccount(1000, "author"),
    labels: {},
    messages: [],
    current_revision: sha,
    revisions: { [sha]: { _number: 1, ref: `refs/changes/01/${number}/1`, created: "2026-03-01 09:59:32.126000000" } },
    ...changed,
  };
}

/** Gerrit's REST API on loopback. */
export class FakeGerrit {
  readonly seen: { readonly url: URL; readonly headers: IncomingMessage["headers"] }[] = [];
  changes: Json[] = [];
  /** By the change's number. */
  readonly comments = new Map<number, Json>();
  prefix = ")]}'\n";
  /** What the site gives at most, whatever is asked for. */
  limit = 500;
  instead: (request: IncomingMessage, response: ServerResponse) => boolean = () => false;
  #server: Server | null = null;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}/gerrit`;
  }

  async start(): Promise<this> {
    this.#server = createServer((request, response) => {
      const url = new URL(request.url ?? "/", this.url);
      this.seen.push({ url, headers: request.headers });
      if (!this.instead(request, response)) this.#answer(url, response);
    });
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    server?.close();
    server?.closeAllConnections();
    if (server !== null) await once(server, "close");
  }

  #answer(url: URL, response: ServerResponse): void {
    const path = url.pathname.replace(/^\/gerrit(\/a)?/, "");
    const commented = /^\/changes\/(\d+)\/comments$/.exec(path)?.[1];
    const body = path === "/changes/" ? this.#page(url.searchParams) : this.comments.get(Number(commented));
    if (body === undefined) {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
      return;
    }
    response.writeHead(200, { "content-type": "application/json; charset=UTF-8", "content-disposition": "attachment" });
    response.end(`${this.prefix}${JSON.stringify(body)}`);
  }

  #page(asked: URLSearchParams): Json {
    const start = Number(asked.get("S") ?? 0);
    const size = Math.min(Number(asked.get("n") ?? 500), this.limit);
    const page = structuredClone(this.changes.slice(start, start + size));
    const last = page.at(-1);
    if (last !== undefined && start + size < this.changes.length) last._more_changes = true;
    return page;
  }
}
