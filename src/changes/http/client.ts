import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { EnvHttpProxyAgent, request } from "undici";
import { VERSION } from "../../version.js";
import { HttpFault } from "./fault.js";

const CONNECT_MS = 15_000;
const HEADERS_MS = 60_000;
const STALL_MS = 30_000;
const MAX_REDIRECTS = 5;
/** Of an answer, packed and unpacked. */
const MAX_BYTES = 64 * 1024 * 1024;

export interface HttpRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent to the URL's own origin, and nowhere else. */
  readonly authorization: string | null;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  header(name: string): string | null;
  readonly body: string;
}

/** Reads what web APIs answer: through the proxies of the environment, whole or not at all. */
export class HttpClient {
  readonly #agent: EnvHttpProxyAgent;

  constructor(environment: Readonly<Record<string, string>>) {
    this.#agent = new EnvHttpProxyAgent({
      // An empty text keeps undici from looking at the process's own variables.
      httpProxy: environment.http_proxy ?? environment.HTTP_PROXY ?? "",
      httpsProxy: environment.https_proxy ?? environment.HTTPS_PROXY ?? "",
      noProxy: environment.no_proxy ?? environment.NO_PROXY ?? "",
      connections: 10,
      connect: { timeout: CONNECT_MS },
    });
  }

  /** One GET, redirects followed. @throws HttpFault for an answer that can't be used, or undici's own errors */
  async get({ url, headers, authorization, signal }: HttpRequest): Promise<HttpAnswer> {
    let target = url;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const own = target.origin === url.origin && authorization !== null;
      const response = await request(target, {
        dispatcher: this.#agent,
        headers: {
          "user-agent": `forgexec/${VERSION}`,
          "accept-encoding": "gzip",
          ...headers,
          ...(own ? { authorization } : {}),
        },
        headersTimeout: HEADERS_MS,
        bodyTimeout: STALL_MS,
        signal,
      });
      const header = (name: string): string | null => {
        const value = response.headers[name];
        return (Array.isArray(value) ? value.join(", ") : value) ?? null;
      };
      const location = header("location");
      if ([301, 302, 303, 307, 308].includes(response.statusCode) && location !== null) {
        response.body.on("error", () => {}).destroy();
        target = redirected(location, target);
        continue;
      }
      const bytes = await bounded(response.body);
      return { status: response.statusCode, header, body: await unpacked(bytes, header("content-encoding")) };
    }
    throw new HttpFault("it redirects too often");
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }
}

function redirected(location: string, from: URL): URL {
  const target = URL.canParse(location, from.href) ? new URL(location, from) : null;
  if (target === null || !/^https?:$/.test(target.protocol))
    throw new HttpFault("it redirects to something that is no http URL");
  if (from.protocol === "https:" && target.protocol === "http:")
    throw new HttpFault("it redirects to what is not encrypted");
  target.username = "";
  target.password = "";
  return target;
}

async function bounded(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > MAX_BYTES) throw new HttpFault("the answer is longer than 64 MiB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function unpacked(bytes: Buffer, encoding: string | null): Promise<string> {
  if (encoding === null || encoding === "identity") return bytes.toString("utf8");
  if (encoding !== "gzip") throw new HttpFault("the answer is packed in a way that was not asked for");
  try {
    return (await promisify(gunzip)(bytes, { maxOutputLength: MAX_BYTES })).toString("utf8");
  } catch (error) {
    throw new HttpFault("the answer can't be unpacked, or is longer than 64 MiB", { cause: error });
  }
}
