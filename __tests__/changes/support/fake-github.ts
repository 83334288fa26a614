import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { OpenAPIBackend } from "openapi-backend";
import { exampleOf, githubDescription, type Json } from "./github-description.js";
import { Loopback } from "./loopback.js";

export interface Recorded {
  readonly pull: Json;
  readonly reviews?: readonly Json[];
  readonly checks?: readonly Json[];
  readonly statuses?: readonly Json[];
  readonly comments?: readonly Json[];
  readonly lineComments?: readonly Json[];
  readonly files?: readonly string[];
}

export interface Seen {
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly status: number;
}

/** Answers in the place of the API: true, it did. */
export type Instead = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * GitHub's API on loopback, made from its published description: requests that it does not describe are answered with 400 and remembered in
 * `faults`, as are answers of the stand-in's own that do not fit it. Lists are paged by Link headers, answers have ETags.
 */
export class FakeGithub {
  readonly seen: Seen[] = [];
  readonly faults: string[] = [];
  readonly repositories = new Map<string, Recorded[]>();
  /** `refs/heads/gh-readonly-queue/…` */
  readonly queue: string[] = [];
  instead: Instead = () => false;
  /** Largest page, whatever is asked for. */
  perPage = 100;
  /** How many requests were under way at the same time, at most. */
  atOnce = 0;
  #underWay = 0;
  readonly #server = new Loopback();

  constructor(readonly root = "") {}

  get url(): string {
    return `${this.#server.origin}${this.root}`;
  }

  /** Starts with nothing to tell, also when it was used before. */
  async start(): Promise<this> {
    this.seen.length = this.faults.length = this.queue.length = this.atOnce = 0;
    this.repositories.clear();
    this.instead = () => false;
    this.perPage = 100;
    await backend();
    await this.#server.start((request, response) => {
      this.atOnce = Math.max(this.atOnce, ++this.#underWay);
      response.on("close", () => {
        this.#underWay--;
        this.seen.push({ path: request.url ?? "", headers: request.headers, status: response.statusCode });
      });
      if (!this.instead(request, response)) this.answer(request, response);
    });
    return this;
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  /** Asked with success for anything that is not a 304. */
  count(pattern: RegExp): number {
    return this.seen.filter(({ path, status }) => pattern.test(path) && status === 200).length;
  }

  find(repository: string, number: number): Recorded | undefined {
    return this.repositories.get(repository)?.find(({ pull }) => pull.number === number);
  }

  /** What the API says to a request; a fault of the stand-in's own is remembered. */
  answer(request: IncomingMessage, response: ServerResponse): void {
    this.#answer(request, response).catch((error: unknown) => {
      this.faults.push(String(error));
      response.destroy();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.url);
    const api = await backend();
    const asked = {
      method: request.method ?? "GET",
      path: url.pathname.slice(this.root.length),
      query: url.search.slice(1),
      headers: request.headers as Record<string, string>,
    };
    const { status, body, link } = (await api.handleRequest(asked, this)) as {
      status: number;
      body: Json;
      link?: (url: URL) => string | null;
    };
    const text = JSON.stringify(body);
    const etag = `W/"${createHash("sha256").update(text).digest("hex")}"`;
    const links = link?.(url) ?? null;
    const head = {
      etag,
      "content-type": "application/json; charset=utf-8",
      ...(links === null ? {} : { link: links }),
    };
    if (status === 200 && request.headers["if-none-match"] === etag) response.writeHead(304, head).end();
    else response.writeHead(status, head).end(text);
  }
}

const ajv = { strict: false, validateFormats: false };

let made: Promise<OpenAPIBackend> | null = null;

/** Made once a test file: its checks take a while to make. Each handler gets the stand-in that was asked. */
function backend(): Promise<OpenAPIBackend> {
  made ??= makeBackend();
  return made;
}

async function makeBackend(): Promise<OpenAPIBackend> {
  const api = new OpenAPIBackend({
    definition: githubDescription(),
    strict: false,
    validate: true,
    ajvOpts: ajv,
    quick: true,
  });
  const listed = (
    { fake, context }: Asked,
    items: readonly Json[],
    wrap = (some: readonly Json[], _all: number): Json => some,
  ) => {
    const { page = 1, per_page: asked = 30 } = context.request.query;
    const size = Math.min(Number(asked), fake.perPage);
    const last = Math.max(1, Math.ceil(items.length / size));
    const number = Number(page);
    return {
      status: 200,
      body: wrap(items.slice((number - 1) * size, number * size), items.length),
      link: (url: URL) => (last === 1 ? null : links(url, number, last)),
    };
  };
  const found = ({ fake, context }: Asked): Recorded => {
    const { owner, repo, pull_number, issue_number, ref } = context.request.params;
    const all = fake.repositories.get(`${owner}/${repo}`) ?? [];
    const it = all.find(({ pull }) =>
      ref === undefined ? pull.number === Number(pull_number ?? issue_number) : pull.head.sha === ref,
    );
    if (it === undefined) throw new NotFound();
    return it;
  };
  const operations: Readonly<Record<string, (asked: Asked) => Json>> = {
    "pulls/list": (asked) => {
      const all = asked.fake.repositories.get(
        `${asked.context.request.params.owner}/${asked.context.request.params.repo}`,
      );
      if (all === undefined) throw new NotFound();
      const { state = "open", sort = "created" } = asked.context.request.query as Json;
      const pulls = all.map(({ pull }) => pull).filter((pull) => state === "all" || pull.state === state);
      return listed(
        asked,
        pulls.toSorted((a, b) => Date.parse(b[`${sort}_at`]) - Date.parse(a[`${sort}_at`])),
      );
    },
    "pulls/get": (asked) => ({ status: 200, body: { ...exampleOf("pull-request"), ...found(asked).pull } }),
    "pulls/list-reviews": (asked) => listed(asked, found(asked).reviews ?? []),
    "pulls/list-review-comments": (asked) => listed(asked, found(asked).lineComments ?? []),
    "issues/list-comments": (asked) => listed(asked, found(asked).comments ?? []),
    "pulls/list-files": (asked) => {
      const [entry] = exampleOf("diff-entry-items");
      return listed(
        asked,
        (found(asked).files ?? []).map((filename) => ({ ...entry, filename })),
      );
    },
    "checks/list-for-ref": (asked) =>
      listed(asked, found(asked).checks ?? [], (check_runs, total_count) => ({ total_count, check_runs })),
    "repos/get-combined-status-for-ref": (asked) =>
      listed(asked, found(asked).statuses ?? [], (statuses, total_count) => ({
        ...exampleOf("combined-commit-status"),
        statuses,
        total_count,
        sha: asked.context.request.params.ref,
      })),
    "git/list-matching-refs": (asked) => {
      const [example] = exampleOf("git-ref-items");
      return { status: 200, body: asked.fake.queue.map((ref) => ({ ...example, ref })) };
    },
  };
  for (const [name, answer] of Object.entries(operations)) {
    api.register(name, (context, fake: FakeGithub) => answer({ fake, context }));
  }
  api.register({
    validationFail: (c, fake) => refused(fake, 400, JSON.stringify(c.validation.errors)),
    notFound: (c, fake) => refused(fake, 404, `no such operation: ${c.request.path}`),
    notImplemented: (c, fake) => refused(fake, 501, `not made: ${c.operation?.operationId}`),
    postResponseHandler: (c, fake) => {
      const response = c.response as Json;
      const checked =
        response.status === 200 && c.operation ? c.api.validateResponse(response.body, c.operation, 200) : null;
      if (checked?.errors)
        fake.faults.push(`${c.operation?.operationId}: ${JSON.stringify(checked.errors.slice(0, 3))}`);
      return response;
    },
  });
  await api.init();
  const handle = api.handleRequest.bind(api);
  api.handleRequest = (async (...request: Parameters<typeof handle>) => {
    try {
      return await handle(...request);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      return { status: 404, body: { message: "Not Found", documentation_url: "https://docs.github.com/rest" } };
    }
  }) as typeof handle;
  return api;
}

interface Asked {
  readonly fake: FakeGithub;
  readonly context: Json;
}

class NotFound extends Error {}

function refused(fake: FakeGithub, status: number, fault: string): Json {
  fake.faults.push(fault);
  return { status, body: { message: fault } };
}

function links(url: URL, page: number, last: number): string {
  const at = (number: number, relation: string): string => {
    const target = new URL(url);
    target.searchParams.set("page", String(number));
    return `<${target.href}>; rel="${relation}"`;
  };
  const back = page > 1 ? [at(page - 1, "prev"), at(1, "first")] : [];
  const on = page < last ? [at(page + 1, "next"), at(last, "last")] : [];
  return [...back, ...on].join(", ");
}
