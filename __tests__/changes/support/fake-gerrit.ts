import type { IncomingMessage, ServerResponse } from "node:http";
import type { Json } from "./github-description.js";
import { Loopback } from "./loopback.js";

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

export const [ann, bob, ci] = [restAccount(1, "ann"), restAccount(2, "bob"), restAccount(3, "zuul")];

/** A change of two patch sets: voted on, and talked about. */
export const twoSets = changeInfo(4247, {
  topic: "speed",
  current_revision: "b".repeat(40),
  revisions: {
    ["b".repeat(40)]: {
      _number: 2,
      created: "2026-03-02 08:00:00.000000000",
      commit: { message: "Change\n\nAll of it." },
    },
    ["a".repeat(40)]: { _number: 1, created: "2026-03-01 09:59:32.126000000" },
    ["e".repeat(40)]: { _number: "edit", created: "2026-03-03 08:00:00.000000000" },
  },
  labels: {
    "Code-Review": {
      approved: ann,
      all: [
        { ...ann, value: 2, date: "2026-03-02 09:00:00.000000000" },
        { ...bob, value: 0 },
      ],
      values: { "-2": "Do not submit", "+2": "Approved" },
    },
    Verified: { all: [{ ...ci, value: -1, date: "2026-03-02 08:30:00.000000000" }] },
    "Library-Compliance": { all: [{ ...bob, value: 1, date: "2026-03-02 08:30:00.000000000" }] },
  },
  messages: [
    {
      id: "1",
      author: restAccount(1000, "author"),
      date: "2026-03-01 09:59:32.000000000",
      message: "Uploaded patch set 1.",
      _revision_number: 1,
    },
    {
      id: "2",
      author: bob,
      date: "2026-03-01 12:00:00.000000000",
      message: "Patch Set 1: Code-Review-1\n\n(1 comment)\n\nNot yet: Code-Review+2",
      _revision_number: 1,
    },
    {
      id: "3",
      author: ci,
      date: "2026-03-01 12:10:00.000000000",
      message: "Patch Set 1: Verified+1\n\nBuild succeeded.",
      _revision_number: 1,
    },
    {
      id: "4",
      author: ann,
      date: "2026-03-01 12:20:00.000000000",
      message: "Patch Set 1: Code-Review+1 Workflow+1",
      _revision_number: 1,
    },
    {
      id: "5",
      author: ann,
      date: "2026-03-01 12:30:00.000000000",
      message: "Patch Set 1: -Code-Review",
      _revision_number: 1,
    },
    {
      id: "6",
      author: restAccount(1000, "author"),
      date: "2026-03-02 08:00:00.000000000",
      message: "Uploaded patch set 2.",
      _revision_number: 2,
    },
    { id: "7", date: "2026-03-02 09:00:00.000000000", message: "Patch Set 2: Cherry Picked", _revision_number: 2 },
  ],
});

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
  readonly #server = new Loopback();

  get url(): string {
    return `${this.#server.origin}/gerrit`;
  }

  async start(): Promise<this> {
    await this.#server.start((request, response) => {
      const url = new URL(request.url ?? "/", this.url);
      this.seen.push({ url, headers: request.headers });
      if (!this.instead(request, response)) this.#answer(url, response);
    });
    return this;
  }

  stop(): Promise<void> {
    return this.#server.stop();
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
