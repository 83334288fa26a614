import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { Ajv } from "ajv";
import { exampleOf, type Json } from "./github-description.js";

const described: Json = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("@octokit/openapi/generated/api.github.com.json"), "utf8"),
);

export interface Post {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string;
  readonly user: { readonly login: string; readonly type: string };
  readonly state: string;
}

export const BOT = { login: "github-actions[bot]", type: "Bot" };

/**
 * GitHub's issues and comments on loopback: requests are checked against its published description, what is not in it is a fault,
 * and texts that are too long are refused as GitHub does.
 */
export class FakeIssues {
  readonly issues: Post[] = [];
  /** By the issue's number. */
  readonly comments = new Map<number, Post[]>();
  readonly seen: string[] = [];
  readonly faults: string[] = [];
  readonly authorizations = new Set<string | undefined>();
  /** Who the token is: the job's own, or a person's. */
  self: Post["user"] = BOT;
  /** Answers in the place of the API; null: it does not. */
  instead: (
    asked: string,
  ) => { readonly status: number; readonly body?: Json; readonly headers?: Record<string, string> } | null = () => null;
  #next = 1;
  #server: Server | null = null;
  #url = "";

  get url(): string {
    return this.#url;
  }

  async start(): Promise<this> {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    this.#url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    this.#server?.close();
    if (this.#server !== null) await once(this.#server, "close");
  }

  post(list: Post[], text: Partial<Post>): Post {
    const id = this.#next++;
    const made = { id, number: id, title: "", body: "", user: this.self, state: "open", ...text };
    list.push(made);
    return made;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? "GET";
    const url = new URL(request.url ?? "/", this.#url);
    const body: Json = method === "GET" ? undefined : await json(request);
    const asked = `${method} ${url.pathname}`;
    this.seen.push(asked);
    this.authorizations.add(request.headers.authorization);
    const instead = this.instead(asked);
    const { status, body: value } = instead ?? this.#serve(method, url, body);
    response
      .writeHead(status, { "content-type": "application/json", ...instead?.headers })
      .end(JSON.stringify(value ?? {}));
  }

  #serve(method: string, url: URL, body: Json): { readonly status: number; readonly body: Json } {
    const at = match(url.pathname);
    const operation = at === null ? undefined : described.paths[at.template]?.[method.toLowerCase()];
    if (at === null || operation === undefined) return this.#fault(404, `no such operation: ${method} ${url.pathname}`);
    for (const name of url.searchParams.keys()) {
      if (!parametersOf(operation).has(name))
        return this.#fault(422, `${method} ${at.template} has no parameter ${name}`);
    }
    if (body !== undefined && !validator(operation)(body))
      return this.#fault(422, `${JSON.stringify(body)} does not fit`);
    if (typeof body?.body === "string" && body.body.length > 65_536) {
      return { status: 422, body: { message: "Validation Failed: body is too long (maximum is 65536 characters)" } };
    }
    return this.#do(`${method} ${at.template}`, { number: at.number, query: url.searchParams, body });
  }

  #do(
    asked: string,
    { number, query, body }: { number: number; query: URLSearchParams; body: Json },
  ): { status: number; body: Json } {
    switch (asked) {
      case "GET /user":
        // What GitHub tells an app's token.
        if (this.self.type === "Bot")
          return { status: 403, body: { message: "Resource not accessible by integration" } };
        return { status: 200, body: this.self };
      case "GET /repos/{owner}/{repo}/issues":
        return this.#page(
          this.issues.filter(({ state }) => state === query.get("state")),
          query,
        );
      case "POST /repos/{owner}/{repo}/issues":
        return { status: 201, body: this.#shown(this.post(this.issues, body), "issue") };
      case "PATCH /repos/{owner}/{repo}/issues/{issue_number}":
        return this.#edit(
          this.issues.find((issue) => issue.number === number),
          body,
        );
      case "GET /repos/{owner}/{repo}/issues/{issue_number}/comments":
        return this.#page(this.comments.get(number) ?? [], query);
      case "POST /repos/{owner}/{repo}/issues/{issue_number}/comments": {
        const list = this.comments.get(number);
        if (list === undefined) return { status: 404, body: { message: "Not Found" } };
        return { status: 201, body: this.#shown(this.post(list, body), "issue-comment") };
      }
      case "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}":
        return this.#edit(
          [...this.comments.values()].flat().find(({ id }) => id === number),
          body,
        );
      default:
        return this.#fault(501, `not made: ${asked}`);
    }
  }

  #page(list: readonly Post[], query: URLSearchParams): { status: number; body: Json } {
    const size = Number(query.get("per_page") ?? 30);
    const from = (Number(query.get("page") ?? 1) - 1) * size;
    return { status: 200, body: list.slice(from, from + size).map((post) => this.#shown(post, "issue-comment")) };
  }

  #edit(post: Post | undefined, body: Json): { status: number; body: Json } {
    if (post === undefined) return { status: 404, body: { message: "Not Found" } };
    Object.assign(post, body);
    return { status: 200, body: this.#shown(post, "issue-comment") };
  }

  #shown(post: Post, example: string): Json {
    return {
      ...exampleOf(example),
      pull_request: undefined,
      ...post,
      html_url: `https://github.com/acme/web/issues/${post.number}`,
    };
  }

  #fault(status: number, message: string): { status: number; body: Json } {
    this.faults.push(message);
    return { status, body: { message } };
  }
}

const PATHS: readonly (readonly [RegExp, string])[] = [
  [/^\/user$/, "/user"],
  [/^\/repos\/[^/]+\/[^/]+\/issues$/, "/repos/{owner}/{repo}/issues"],
  [/^\/repos\/[^/]+\/[^/]+\/issues\/comments\/(\d+)$/, "/repos/{owner}/{repo}/issues/comments/{comment_id}"],
  [/^\/repos\/[^/]+\/[^/]+\/issues\/(\d+)\/comments$/, "/repos/{owner}/{repo}/issues/{issue_number}/comments"],
  [/^\/repos\/[^/]+\/[^/]+\/issues\/(\d+)$/, "/repos/{owner}/{repo}/issues/{issue_number}"],
];

function match(path: string): { readonly template: string; readonly number: number } | null {
  for (const [form, template] of PATHS) {
    const found = form.exec(path);
    if (found !== null) return { template, number: Number(found[1] ?? 0) };
  }
  return null;
}

function parametersOf(operation: Json): Set<string> {
  return new Set(
    operation.parameters.map((parameter: Json) =>
      parameter.$ref === undefined
        ? parameter.name
        : described.components.parameters[parameter.$ref.split("/").at(-1)].name,
    ),
  );
}

function validator(operation: Json): (body: unknown) => boolean {
  const text = JSON.stringify(operation.requestBody.content["application/json"].schema);
  // OpenAPI 3.0 has `nullable` beside anything; JSON Schema's checker takes it beside a type only.
  const schema = JSON.parse(text, (_, value) => {
    if (value?.nullable === true && value.type === undefined) delete value.nullable;
    return value;
  });
  return new Ajv({ strict: false, validateFormats: false }).compile({ ...schema, additionalProperties: false });
}
