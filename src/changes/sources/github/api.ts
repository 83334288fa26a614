import { createHash } from "node:crypto";
import { UsageError } from "../../../errors.js";
import { printable } from "../../../printable.js";
import type { KeptAnswer } from "../../cache/answers.js";
import type { HttpAnswer } from "../../http/client.js";
import { HttpFault } from "../../http/fault.js";
import { patientGet } from "../../http/patient.js";
import { conditions, keptOrAsked, type Told } from "../kept.js";
import type { Session } from "../session.js";
import type { ApiAccess } from "./access.js";
import { RateLimit } from "./rate-limit.js";
import { ApiRefusal, refusalOf } from "./refusal.js";

/** How often one question is put again after a refusal for asking too much. */
const MAX_REFUSALS = 12;

/**
 * GitHub's REST API: answers from the cache where they are fresh, asked by their ETag where they are not, within the rate limits.
 * REST and not GraphQL, though that needs fewer requests: what has not changed costs nothing of the rate limit here, and any token may read it.
 */
export class GithubApi {
  readonly #access: ApiAccess;
  readonly #session: Session;
  readonly #limit: RateLimit;
  readonly #asker: string;

  constructor(access: ApiAccess, session: Session) {
    this.#access = access;
    this.#session = session;
    this.#limit = new RateLimit(session);
    // Answers differ by who asks. A token is long and random: nobody finds it by its hash.
    this.#asker = access.token === null ? "" : createHash("sha256").update(access.token).digest("hex").slice(0, 32);
  }

  /**
   * The answer to a GET of a path under the API's URL, such as `/repos/o/r/pulls?page=2`.
   * @throws ApiRefusal where there is no such thing, or the token may not read it; UsageError for all that ends the fetch
   */
  async get(path: string): Promise<Told<unknown>> {
    return keptOrAsked<{ readonly json: unknown }>({
      session: this.#session,
      question: ["github", this.#access.apiUrl, this.#asker, path],
      send: (kept) => this.#ask(path, kept),
      read: jsonIn,
      unreadable: () => new ApiRefusal({ status: 200, message: `GitHub's answer to ${printable(path)} is not JSON.` }),
    }).then(({ value, link }) => ({ value: value.json, link }));
  }

  async #ask(path: string, kept: KeptAnswer | null): Promise<HttpAnswer> {
    const answer = await this.#send(path, kept);
    if (answer.status === 200 || (answer.status === 304 && kept !== null)) return answer;
    throw refusalOf({ answer, path, access: this.#access });
  }

  /** Sends it until it is not refused for asking too much. */
  async #send(path: string, kept: KeptAnswer | null): Promise<HttpAnswer> {
    const { signal } = this.#session;
    for (let refusals = 0; refusals < MAX_REFUSALS; refusals++) {
      await this.#limit.enter(signal);
      const answer = await this.#once(path, kept);
      if ((await this.#limit.refused(answer, signal)) === "no") return answer;
    }
    throw new UsageError(
      "github-rate-limit",
      `GitHub refused ${printable(path)} ${MAX_REFUSALS} times for asking too much. Try again later.`,
    );
  }

  async #once(path: string, kept: KeptAnswer | null): Promise<HttpAnswer> {
    const { http, signal } = this.#session;
    const { apiUrl, token } = this.#access;
    let answer: HttpAnswer | null = null;
    try {
      answer = await patientGet(
        http,
        {
          url: new URL(`${apiUrl}${path}`),
          headers: headers(kept),
          authorization: token === null ? null : `Bearer ${token}`,
          signal,
        },
        this.#session,
      );
      return answer;
    } catch (error) {
      throw unreachable(error, apiUrl, signal);
    } finally {
      this.#limit.leave(answer);
    }
  }
}

function headers(kept: KeptAnswer | null): Record<string, string> {
  return {
    accept: "application/vnd.github+json",
    "x-github-api-version": "2022-11-28",
    ...conditions(kept),
  };
}

function jsonIn(body: string): { readonly json: unknown } | null {
  try {
    return { json: JSON.parse(body) };
  } catch {
    return null;
  }
}

function unreachable(error: unknown, apiUrl: string, signal: AbortSignal): unknown {
  if (signal.aborted || !(error instanceof Error)) return error;
  const why = error instanceof HttpFault ? error.message : `it can't be reached (${error.message})`;
  return new UsageError(
    "github-unreachable",
    `No answer from GitHub at ${apiUrl}: ${printable(why)}. Look at the network, the proxy settings and GITHUB_API_URL.`,
    { cause: error },
  );
}
