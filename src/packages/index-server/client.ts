import type { Readable } from "node:stream";
import { EnvHttpProxyAgent, request } from "undici";
import { VERSION } from "../../version.js";
import { UpstreamFault } from "./fault.js";
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

export interface UpstreamResponse {
  /** Where redirects led to. */
  readonly url: string;
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: Readable;
}

const MAX_REDIRECTS = 5;

/** Speaks HTTP to upstreams: through the proxies of the environment, and with credentials for their own origin alone. */
export class Client {
  readonly #agent: EnvHttpProxyAgent;
  readonly #patience: Patience;
  /** The header Via that tells this server's own requests. */
  readonly via: string;

  constructor(options: {
    readonly environment: Readonly<Record<string, string>>;
    readonly patience: Patience;
    readonly via: string;
  }) {
    const { environment: env, patience } = options;
    this.via = options.via;
    this.#patience = patience;
    this.#agent = new EnvHttpProxyAgent({
      // An empty text keeps undici from looking at the process's own variables.
      httpProxy: env.http_proxy ?? env.HTTP_PROXY ?? "",
      httpsProxy: env.https_proxy ?? env.HTTPS_PROXY ?? "",
      noProxy: env.no_proxy ?? env.NO_PROXY ?? "",
      connections: 16,
      connect: { timeout: patience.connectMs },
    });
  }

  /** One GET, redirects followed. The caller reads or destroys the body. @throws UpstreamFault, or undici's own errors */
  async get({ url, root, headers, downgrade, signal }: UpstreamRequest): Promise<UpstreamResponse> {
    let target = new URL(url);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      if (root.url.startsWith("https:") && target.protocol === "http:" && downgrade === "refused") {
        throw new UpstreamFault(502, `${printableUrl(target.href)} is not encrypted, unlike the index that names it`);
      }
      const response = await this.#once(target, { root, headers, signal });
      const location = response.header("location");
      if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
      response.body.on("error", () => {}).destroy();
      target = redirected(location, target);
    }
    throw new UpstreamFault(502, `${printableUrl(url)} redirects too often`);
  }

  async #once(
    target: URL,
    { root, headers, signal }: Pick<UpstreamRequest, "root" | "headers" | "signal">,
  ): Promise<UpstreamResponse> {
    const own = target.origin === root.origin && root.authorization !== null;
    const response = await request(target, {
      dispatcher: this.#agent,
      headers: {
        "user-agent": `forgexec/${VERSION}`,
        via: this.via,
        ...headers,
        ...(own ? { authorization: root.authorization ?? "" } : {}),
      },
      headersTimeout: this.#patience.headersMs,
      bodyTimeout: this.#patience.stallMs,
      signal,
    });
    const header = (name: string): string | null => {
      const value = response.headers[name];
      return (Array.isArray(value) ? value[0] : value) ?? null;
    };
    return { url: target.href, status: response.statusCode, header, body: response.body };
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }
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
