import { UsageError } from "../../../errors.js";
import { printable } from "../../../printable.js";
import type { KeptAnswer } from "../../cache/answers.js";
import type { HttpAnswer } from "../../http/client.js";
import { HttpFault } from "../../http/fault.js";
import { patientGet, retryAfterSeconds } from "../../http/patient.js";
import { conditions, keptOrAsked } from "../kept.js";
import type { Session } from "../session.js";

export interface GerritAccess {
  /** Without a slash at its end. */
  readonly url: string;
  /** Null: as a visitor. */
  readonly login: { readonly user: string; readonly password: string } | null;
}

/** Against scripts that load answers as programs, Gerrit begins them with this; some proxies take it away. */
const PREFIX = /^\s*\)\]\}'/;
const MAX_REFUSALS = 8;
const SLOWER_MS = 5000;
const LONGEST_MS = 10 * 60_000;

/** Gerrit's REST API; as a user it is found under `/a/`. */
export class GerritApi {
  readonly #access: GerritAccess;
  readonly #session: Session;

  constructor(access: GerritAccess, session: Session) {
    this.#access = access;
    this.#session = session;
  }

  /** The answer to a GET of a path under the site's URL, such as `/changes/?q=…`. @throws UsageError */
  async get(path: string): Promise<unknown> {
    const { url, login } = this.#access;
    const { value } = await keptOrAsked<{ readonly json: unknown }>({
      session: this.#session,
      // Not the password: it may be one that people chose, and could be found by its hash.
      question: ["gerrit", url, login?.user ?? "", path],
      send: (kept) => this.#ask(path, kept),
      read: jsonIn,
      unreadable: () =>
        new UsageError(
          "gerrit-refused",
          `${url} answers ${printable(path)} with no JSON. Is that the address of a Gerrit site?`,
        ),
    });
    return value.json;
  }

  async #ask(path: string, kept: KeptAnswer | null): Promise<HttpAnswer> {
    for (let refusals = 0; ; refusals++) {
      const answer = await this.#once(path, kept);
      if (answer.status === 200 || (answer.status === 304 && kept !== null)) return answer;
      if (answer.status !== 429 || refusals >= MAX_REFUSALS) throw refusalOf(answer, path, this.#access);
      await this.#goSlower(answer, refusals);
    }
  }

  async #goSlower(answer: HttpAnswer, refusals: number): Promise<void> {
    const { note, wait, signal } = this.#session;
    const told = retryAfterSeconds(answer);
    const ms = Math.min(told === null ? SLOWER_MS * 2 ** refusals : told * 1000, LONGEST_MS);
    note(`Gerrit asks to go slower; waiting ${Math.ceil(ms / 1000)} s`);
    await wait(ms, signal);
  }

  async #once(path: string, kept: KeptAnswer | null): Promise<HttpAnswer> {
    const { url, login } = this.#access;
    const { http, signal } = this.#session;
    const authorization =
      login === null ? null : `Basic ${Buffer.from(`${login.user}:${login.password}`, "utf8").toString("base64")}`;
    const target = new URL(`${url}${login === null ? "" : "/a"}${path}`);
    const headers = { accept: "application/json", ...conditions(kept) };
    try {
      return await patientGet(http, { url: target, headers, authorization, signal }, this.#session);
    } catch (error) {
      if (signal.aborted || !(error instanceof Error)) throw error;
      const why = error instanceof HttpFault ? error.message : `it can't be reached (${error.message})`;
      throw new UsageError(
        "gerrit-unreachable",
        `No answer from Gerrit at ${url}: ${printable(why)}. Look at the address, the network and the proxy settings.`,
        { cause: error },
      );
    }
  }
}

function jsonIn(body: string): { readonly json: unknown } | null {
  try {
    return { json: JSON.parse(body.replace(PREFIX, "")) };
  } catch {
    return null;
  }
}

function refusalOf(answer: HttpAnswer, path: string, { url, login }: GerritAccess): UsageError {
  const said = printable(answer.body.replace(PREFIX, "").trim().slice(0, 200));
  const what = {
    401: "refuses the password",
    403: "forbids it",
    404: "has nothing there",
    400: "does not understand the query",
  }[answer.status];
  const advice =
    login === null
      ? "Where only users may look, give a user and an HTTP password."
      : "The password is the one for HTTP that Gerrit's settings page makes.";
  const code = answer.status === 401 ? "gerrit-login-refused" : "gerrit-refused";
  return new UsageError(
    code,
    `Gerrit at ${url} ${what ?? "answers with an error"} (${answer.status}${said === "" ? "" : `: ${said}`}), asked for ${printable(path)}. ${advice}`,
  );
}
