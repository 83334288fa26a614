import { createHash } from "node:crypto";
import { UsageError } from "../../../errors.js";
import { printable } from "../../../printable.js";
import type { Answer, KeptAnswer, Question } from "../../cache/answers.js";
import type { HttpAnswer } from "../../http/client.js";
import { HttpFault } from "../../http/fault.js";
import { patientGet } from "../../http/patient.js";
import type { Session } from "../session.js";
import { RateLimit } from "./rate-limit.js";
import { ApiRefusal, refusalOf } from "./refusal.js";

export interface ApiAccess {
  /** Without a slash at its end. */
  readonly apiUrl: string;
  readonly token: string | null;
}

export interface ApiAnswer {
  readonly value: unknown;
  readonly link: string | null;
}

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
  async get(path: string): Promise<ApiAnswer> {
    const question = ["github", this.#access.apiUrl, this.#asker, path];
    const kept = await this.#session.cache.load(question);
    const fresh = kept?.age === "fresh" ? answerOf(kept) : null;
    return fresh ?? this.#ask(path, question, kept);
  }

  async #ask(path: string, question: Question, kept: KeptAnswer | null): Promise<ApiAnswer> {
    const answer = await this.#send(path, kept);
    if (answer.status === 304 && kept !== null) {
      await this.#session.cache.save(question, kept);
      return answerOf(kept) ?? this.#ask(path, question, null);
    }
    if (answer.status !== 200) throw refusalOf({ answer, path, access: this.#access });
    const whole: Answer = {
      body: answer.body,
      etag: answer.header("etag"),
      lastModified: answer.header("last-modified"),
      link: answer.header("link"),
    };
    const parsed = answerOf(whole);
    if (parsed === null)
      throw new ApiRefusal({ status: 200, message: `GitHub's answer to ${printable(path)} is not JSON.` });
    await this.#session.cache.save(question, whole);
    return parsed;
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
    ...(kept?.etag ? { "if-none-match": kept.etag } : {}),
    ...(kept?.lastModified && !kept.etag ? { "if-modified-since": kept.lastModified } : {}),
  };
}

function answerOf(answer: Answer): ApiAnswer | null {
  try {
    return { value: JSON.parse(answer.body), link: answer.link };
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
