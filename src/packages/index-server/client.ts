import type { Readable } from "node:stream";
import { createSecureContext } from "node:tls";
import { EnvHttpProxyAgent, request } from "undici";
import { VERSION } from "../../version.js";
import { UpstreamFault } from "./fault.js";
import type { UpstreamConnection } from "./options.js";
import { printableUrl } from "./printable-url.js";
import type { Root } from "./upstream.js";

/** Bounds on an upstream, in ms. */
export interface Patience {
  readonly connectMs: number;
  readonly headersMs: number;
  /** Between two pieces of a body. */
  readonly stallMs: number;
}

export interface UpstreamRequest {
  readonly url: string;
  readonly root: Root;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether an https upstream may lead to plain http: only where a hash protects what comes. */
  readonly downgrade: "refused" | "allowed";
  readonly signal: AbortSignal;
}

/** One request on the way that redirects lead. */
interface Hop extends Pick<UpstreamRequest, "root" | "headers" | "signal"> {
  readonly target: URL;
  /** When the last headers must be there, by the clock of `performance`. */
  readonly until: number;
}

export interface UpstreamResponse {
  /** Where redirects led to. */
  readonly url: string;
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: Readable;
}

/** Not Via: for that, servers leave pages unpacked. */
export const MARK_HEADER = "x-forgexec-index";
const MAX_REDIRECTS = 5;
/** So soon after a request began, a lost connection is one that had been kept open too long. */
const STALE_CONNECTION_MS = 1000;

/** Speaks HTTP to upstreams: through the proxies of the environment, and with credentials for their own origin alone. */
export class Client {
  readonly #agent: EnvHttpProxyAgent;
  /** For the hosts whose certificates are not checked. */
  readonly #trusting: EnvHttpProxyAgent;
  readonly #connection: UpstreamConnection;
  readonly #patience: Patience;
  readonly #mark: string;

  constructor(options: {
    readonly environment: Readonly<Record<string, string>>;
    readonly patience: Patience;
    /** Goes along with every request, so that the server knows one that comes back to it. */
    readonly mark: string;
    readonly connection: UpstreamConnection;
  }) {
    const { patience, connection } = options;
    this.#mark = options.mark;
    this.#patience = patience;
    this.#connection = connection;
    const ca = connection.authorities;
    // Made once: a long list takes a while to read, and there is a connection for each of many files.
    const secure = ca === undefined ? {} : { secureContext: createSecureContext({ ca: [...ca] }) };
    const connect = { timeout: patience.connectMs, ...secure };
    const proxies = proxiesOf(options.environment, connection);
    this.#agent = agent({ ...proxies, connect });
    this.#trusting = agent({ ...proxies, connect: { ...connect, rejectUnauthorized: false } });
  }

  /** One GET, redirects followed. The caller reads or destroys the body. @throws UpstreamFault, or undici's own errors */
  async get({ url, root, headers, downgrade, signal }: UpstreamRequest): Promise<UpstreamResponse> {
    let target = new URL(url);
    const until = performance.now() + this.#patience.headersMs;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      if (root.url.startsWith("https:") && target.protocol === "http:" && downgrade === "refused") {
        throw new UpstreamFault(502, `${printableUrl(target.href)} is not encrypted, unlike the index that names it`);
      }
      const response = await this.#once({ target, root, headers, signal, until });
      const location = response.header("location");
      if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
      response.body.on("error", () => {}).destroy();
      target = redirected(location, target);
    }
    throw new UpstreamFault(502, `${printableUrl(url)} redirects too often`);
  }

  /** Asked once more where a connection that was kept open had been closed by the other side. */
  async #once(hop: Hop): Promise<UpstreamResponse> {
    const began = performance.now();
    try {
      return await this.#send(hop);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const lost = code === "UND_ERR_SOCKET" || code === "ECONNRESET" || code === "EPIPE";
      if (!lost || performance.now() - began > STALE_CONNECTION_MS) throw error;
      return this.#send(hop);
    }
  }

  async #send({ target, root, headers, signal, until }: Hop): Promise<UpstreamResponse> {
    const authorization = this.#authorization(target, root);
    const response = await request(target, {
      dispatcher: isTrusted(target, this.#connection.trustedHosts ?? []) ? this.#trusting : this.#agent,
      headers: {
        "user-agent": `forgexec/${VERSION}`,
        [MARK_HEADER]: this.#mark,
        ...headers,
        ...(authorization === null ? {} : { authorization }),
      },
      headersTimeout: Math.max(1, until - performance.now()),
      bodyTimeout: this.#patience.stallMs,
      signal,
    });
    const header = (name: string): string | null => {
      const value = response.headers[name];
      return (Array.isArray(value) ? value[0] : value) ?? null;
    };
    return { url: target.href, status: response.statusCode, header, body: response.body };
  }

  #authorization(target: URL, root: Root): string | null {
    if (target.origin === root.origin && root.authorization !== null) return root.authorization;
    return this.#connection.authorization?.(target) ?? null;
  }

  async close(): Promise<void> {
    await Promise.all([this.#agent.destroy(), this.#trusting.destroy()]);
  }
}

interface Proxies {
  readonly httpProxy: string;
  readonly httpsProxy: string;
  readonly noProxy: string;
}

// An empty text keeps undici from looking at the process's own variables.
function proxiesOf(env: Readonly<Record<string, string>>, { proxy }: UpstreamConnection): Proxies {
  const all = proxy ?? env.all_proxy ?? env.ALL_PROXY ?? "";
  return {
    httpProxy: proxy ?? (env.http_proxy || env.HTTP_PROXY || all),
    httpsProxy: proxy ?? (env.https_proxy || env.HTTPS_PROXY || all),
    noProxy: proxy === undefined ? (env.no_proxy ?? env.NO_PROXY ?? "") : "",
  };
}

function agent(options: Proxies & { readonly connect: Readonly<Record<string, unknown>> }): EnvHttpProxyAgent {
  const { connect } = options;
  return new EnvHttpProxyAgent({ ...options, connections: 16, requestTls: connect, proxyTls: connect });
}

/** pip's rule: `host` stands for each of its ports. */
function isTrusted({ hostname, port, protocol }: URL, trusted: readonly string[]): boolean {
  if (trusted.length === 0) return false;
  const name = hostname.replace(/^\[|\]$/g, "");
  const number = port || (protocol === "https:" ? "443" : "80");
  return trusted.some((each) => {
    const entry = each.toLowerCase();
    return [hostname, name, `${hostname}:${number}`, `${name}:${number}`].includes(entry);
  });
}

function redirected(location: string, from: URL): URL {
  const target = URL.canParse(location, from.href) ? new URL(location, from) : null;
  if (target === null || !/^https?:$/.test(target.protocol)) {
    throw new UpstreamFault(502, `${printableUrl(from.href)} redirects to something that is no http URL`);
  }
  target.username = "";
  target.password = "";
  return target;
}
