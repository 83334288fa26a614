import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll } from "@jest/globals";

/** A file that the upstream has; `claim` is what its page says of it, if that is not the truth. */
export interface UpstreamFile {
  readonly name: string;
  readonly body: Buffer;
  readonly claim?: Readonly<Record<string, unknown>>;
  readonly metadata?: string;
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A package index of the tests' own, on loopback, that can fail in every way. */
export class TestUpstream {
  readonly requests: { readonly path: string; readonly headers: IncomingMessage["headers"] }[] = [];
  readonly projects = new Map<string, UpstreamFile[]>();
  /** By path: what happens instead. */
  readonly instead = new Map<string, Answer>();
  form: "json" | "html" = "json";
  /** Go along with every file. */
  fileHeaders: Readonly<Record<string, string>> = {};
  #server: Server | null = null;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}/simple/`;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  add(project: string, ...files: UpstreamFile[]): void {
    this.projects.set(project, [...(this.projects.get(project) ?? []), ...files]);
  }

  /** How often a path was asked for. */
  count(path: string): number {
    return this.requests.filter((request) => request.path === path).length;
  }

  async start(): Promise<this> {
    this.#server = createServer((request, response) => this.#answer(request, response));
    this.#server.listen(this.#port, "127.0.0.1");
    await once(this.#server, "listening");
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? "/";
    this.requests.push({ path, headers: request.headers });
    const instead = this.instead.get(path);
    if (instead !== undefined) {
      instead(request, response);
      return;
    }
    const page = /^\/simple\/([^/]+)\/$/.exec(path)?.[1];
    if (page !== undefined && this.projects.has(page)) {
      this.page(page, request, response);
      return;
    }
    const name = decodeURIComponent(path.slice(path.lastIndexOf("/") + 1));
    const files = [...this.projects.values()].flat();
    const file = files.find((each) => each.name === name);
    const main = files.find((each) => `${each.name}.metadata` === name);
    const body = file?.body ?? (main?.metadata === undefined ? undefined : Buffer.from(main.metadata));
    if (path.startsWith("/files/") && body !== undefined) sendFile(body, request, response, this.fileHeaders);
    else response.writeHead(404).end();
  }

  page(project: string, request: IncomingMessage, response: ServerResponse): void {
    const files = (this.projects.get(project) ?? []).map(describe);
    const json = JSON.stringify({ meta: { "api-version": "1.1" }, name: project, versions: ["1.0"], files });
    const body = Buffer.from(this.form === "json" ? json : html(files));
    const etag = `"${sha256(body).slice(0, 16)}"`;
    const type = this.form === "json" ? "application/vnd.pypi.simple.v1+json" : "text/html";
    if (request.headers["if-none-match"] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { etag, "content-type": type }).end(body);
  }
}

function sendFile(
  body: Buffer,
  request: IncomingMessage,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
): void {
  const from = /^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1];
  const start = Number(from ?? 0);
  const range = from === undefined ? {} : { "content-range": `bytes ${start}-${body.length - 1}/${body.length}` };
  response.writeHead(from === undefined ? 200 : 206, { ...range, ...headers, "content-length": body.length - start });
  response.end(body.subarray(start));
}

function describe(file: UpstreamFile): Record<string, unknown> {
  return {
    filename: file.name,
    url: `/files/${encodeURIComponent(file.name)}`,
    hashes: { sha256: sha256(file.body) },
    ...(file.metadata === undefined ? {} : { "core-metadata": { sha256: sha256(Buffer.from(file.metadata)) } }),
    ...file.claim,
  };
}

function html(files: readonly Record<string, unknown>[]): string {
  const links = files.map(({ filename, url, hashes }) => {
    const { sha256: hash } = hashes as { sha256?: string };
    return `<a href="${url}${hash ? `#sha256=${hash}` : ""}">${filename}</a>`;
  });
  return `<!DOCTYPE html><html><body>${links.join("<br>")}</body></html>`;
}

export function sha256(body: Uint8Array): string {
  return createHash("sha256").update(body).digest("hex");
}

export const faults = {
  status:
    (code: number): Answer =>
    (_request, response) =>
      void response.writeHead(code).end("no"),
  hang: (): Answer => () => {},
  refuse: (): Answer => (request) => void request.socket.destroy(),
  redirect:
    (to: string): Answer =>
    (_request, response) =>
      void response.writeHead(302, { location: to }).end(),
  send:
    (body: string | Buffer, headers: Record<string, string> = {}): Answer =>
    (_request, response) =>
      void response.writeHead(200, { "content-type": "text/html", ...headers }).end(body),
  gzip:
    (body: string, type: string): Answer =>
    (_request, response) =>
      void response.writeHead(200, { "content-type": type, "content-encoding": "gzip" }).end(gzipSync(body)),
  /** Sends only so much of a body whose length it has told. */
  truncate:
    (body: Buffer, sent: number): Answer =>
    (_request, response) => {
      response.writeHead(200, { "content-length": body.length, "content-type": "text/html" });
      // Ended, not destroyed: what was sent arrives to the last byte, and just then the connection is over.
      response.write(body.subarray(0, sent), () => response.socket?.end());
    },
  /** A byte now and then, for ever. */
  drip: (): Answer => (_request, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    const timer = setInterval(() => response.write(" "), 50);
    response.once("close", () => clearInterval(timer));
  },
} as const;

const running: TestUpstream[] = [];

export async function startUpstream(): Promise<TestUpstream> {
  const upstream = await new TestUpstream().start();
  running.push(upstream);
  return upstream;
}

afterAll(async () => {
  await Promise.all(running.map((upstream) => upstream.stop()));
});
