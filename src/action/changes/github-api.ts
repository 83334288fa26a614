import { EnvHttpProxyAgent, request } from "undici";
import { UsageError } from "../../errors.js";
import { printable } from "../../printable.js";
import { VERSION } from "../../version.js";

const GITHUB_API = "https://api.github.com";
const ANSWER_MS = 30_000;
/** How often a request is sent that met a fault of the server's, or a limit that ends soon. */
const TRIES = 4;
const LONGEST_WAIT_MS = 20_000;

export interface ApiOptions {
  readonly environment: Readonly<Record<string, string>>;
  readonly token: string | null;
  readonly signal: AbortSignal;
  /** Waits so many ms. */
  readonly wait: (ms: number) => Promise<void>;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** GitHub's REST API for what the action writes. Faults are UsageErrors that say what to do. */
export class GithubApi {
  readonly #options: ApiOptions;
  readonly #url: string;
  readonly #agent: EnvHttpProxyAgent;

  constructor(options: ApiOptions) {
    const { environment } = options;
    this.#options = options;
    this.#url = (environment.GITHUB_API_URL || GITHUB_API).replace(/\/+$/, "");
    this.#agent = new EnvHttpProxyAgent({
      httpProxy: environment.http_proxy ?? environment.HTTP_PROXY ?? "",
      httpsProxy: environment.https_proxy ?? environment.HTTPS_PROXY ?? "",
      noProxy: environment.no_proxy ?? environment.NO_PROXY ?? "",
    });
  }

  /**
   * One request; `path` begins with a slash. Statuses in `accept` are answers, all others of 400 and more are errors.
   * A server's fault is met by a few more tries, but a POST is sent again only where it cannot have had an effect.
   */
  async send(
    method: "GET" | "POST" | "PATCH",
    path: string,
    { body, accept = [] }: { readonly body?: unknown; readonly accept?: readonly number[] } = {},
  ): Promise<ApiAnswer> {
    for (let tries = 1; ; tries++) {
      const answer = await this.#once(method, path, body);
      if (answer.status < 400 || accept.includes(answer.status)) return answer;
      const waitMs = tries < TRIES ? waitFor(answer, { method, tries }) : null;
      if (waitMs === null) throw refusal(answer, { method, path });
      await this.#options.wait(waitMs);
    }
  }

  async close(): Promise<void> {
    await this.#agent.close();
  }

  async #once(method: "GET" | "POST" | "PATCH", path: string, body: unknown): Promise<ReceivedAnswer> {
    const { token, signal } = this.#options;
    try {
      const response = await request(`${this.#url}${path}`, {
        method,
        dispatcher: this.#agent,
        headers: {
          accept: "application/vnd.github+json",
          "user-agent": `forgexec/${VERSION}`,
          "x-github-api-version": "2022-11-28",
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
      });
      const retryAfter = Number(response.headers["retry-after"] ?? Number.NaN);
      return { status: response.statusCode, body: parsed(await response.body.text()), retryAfter };
    } catch (cause) {
      if (signal.aborted) throw cause;
      const why = printable((cause as Error).message);
      throw new UsageError("github-unreachable", `GitHub at ${this.#url} cannot be reached: ${why}.`, { cause });
    }
  }
}

interface ReceivedAnswer extends ApiAnswer {
  /** In seconds; NaN where the server does not say. */
  readonly retryAfter: number;
}

function waitFor(
  { status, retryAfter }: ReceivedAnswer,
  { method, tries }: { readonly method: string; readonly tries: number },
): number | null {
  if ((status === 403 || status === 429) && retryAfter * 1000 <= LONGEST_WAIT_MS) return retryAfter * 1000;
  // Whether a POST that failed so had an effect is not known: better none than two.
  return status >= 500 && method !== "POST" ? 500 * 2 ** tries : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const ADVICE: Readonly<Record<number, string>> = {
  401: "The token is wrong or has expired: give another as github-token.",
  403: "The token may not do that: the job needs `permissions: issues: write` (for a pull request `pull-requests: write`). Or the rate limit is used up.",
  404: "There is no such repository, issue or pull request, or the token may not see it.",
  410: "Issues are turned off in this repository: turn them on, or post to the summary.",
  422: "GitHub does not take what was sent.",
  429: "The rate limit is used up: try again later.",
};

function refusal(
  { status, body }: ApiAnswer,
  { method, path }: { readonly method: string; readonly path: string },
): UsageError {
  const said = (body as { readonly message?: unknown } | null)?.message;
  const message = typeof said === "string" ? ` ("${printable(said.slice(0, 300))}")` : "";
  const advice = ADVICE[status] ?? "GitHub itself seems to be in trouble: try again later.";
  return new UsageError("github-refused", `GitHub answers ${status} to ${method} ${path}${message}. ${advice}`);
}
