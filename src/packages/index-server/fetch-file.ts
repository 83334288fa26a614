import type { Readable } from "node:stream";
import type { Client, UpstreamResponse } from "./client.js";
import { asFault, UpstreamFault } from "./fault.js";
import { printableUrl } from "./printable-url.js";
import type { RemoteFile } from "./remote-file.js";
import type { Root } from "./upstream.js";

export interface FileRequest {
  readonly client: Client;
  readonly root: Root;
  readonly file: RemoteFile;
  readonly signal: AbortSignal;
}

/** A file that has begun to come. */
export interface Incoming {
  /** null: it comes without a length, and the page names none. */
  readonly size: number | null;
  /** Its bytes as they come; what breaks off is taken up again where the upstream can. Throws an UpstreamFault. */
  readonly chunks: AsyncIterable<Buffer>;
}

/** The upstream does not give the file at the place that its page names (any more). */
export class FileGone extends UpstreamFault {
  /** Its status: 403, 404 or 410. */
  readonly answered: number;

  constructor(answered: number, message: string) {
    super(502, message);
    this.answered = answered;
  }
}

const RETRIES = 2;

/** Asks an upstream for a file. @throws UpstreamFault; FileGone where its link leads nowhere */
export async function fetchFile(request: FileRequest): Promise<Incoming> {
  const { file } = request;
  const response = await ask(request, {});
  const length = response.header("content-length");
  const size = length !== null && /^\d+$/.test(length) ? Number(length) : file.size;
  if (file.size !== null && size !== file.size) {
    response.body.on("error", () => {}).destroy();
    throw new UpstreamFault(502, `${printableUrl(file.url)} is ${size} bytes, the page says ${file.size}`);
  }
  return { size, chunks: chunks({ request, response, size }) };
}

async function ask(request: FileRequest, headers: Readonly<Record<string, string>>): Promise<UpstreamResponse> {
  const { client, root, file, signal } = request;
  const what = printableUrl(file.url);
  const response = await client
    .get({
      url: file.url,
      root,
      headers: { accept: "*/*", "accept-encoding": "identity", ...headers },
      downgrade: file.hashes.sha256 === undefined ? "refused" : "allowed",
      signal,
    })
    .catch((error) => {
      throw asFault(error, what);
    });
  const { status } = response;
  if (status === 200 || (status === 206 && headers.range !== undefined)) return response;
  response.body.on("error", () => {}).destroy();
  const said = `${what}: the upstream answered ${status}`;
  if (status === 403 || status === 404 || status === 410) throw new FileGone(status, said);
  throw new UpstreamFault(status >= 500 || status === 429 ? 503 : 502, said);
}

interface Flow {
  readonly request: FileRequest;
  readonly response: UpstreamResponse;
  readonly size: number | null;
}

async function* chunks({ request, response, size }: Flow): AsyncGenerator<Buffer> {
  let body: Readable = response.body;
  let position = 0;
  for (let tries = 0; ; tries++) {
    try {
      for await (const chunk of body as AsyncIterable<Buffer>) {
        position += chunk.length;
        yield chunk;
      }
      if (size !== null && position < size) throw new UpstreamFault(502, "broke off");
      return;
    } catch (error) {
      const fault = asFault(error, printableUrl(request.file.url));
      if (tries === RETRIES || position === 0 || request.signal.aborted || fault.status === 504) throw fault;
      const rest = await remaining({ request, response, position }).catch(() => null);
      if (rest === null) throw fault;
      body = rest;
    }
  }
}

/** The rest of a file that broke off; null: the upstream can't give just that, or its file may be another by now. */
async function remaining(broken: {
  readonly request: FileRequest;
  readonly response: UpstreamResponse;
  readonly position: number;
}): Promise<Readable | null> {
  const { request, response, position } = broken;
  const etag = response.header("etag");
  if (request.file.hashes.sha256 === undefined && (etag === null || etag.startsWith("W/"))) return null;
  const condition = etag === null || etag.startsWith("W/") ? {} : { "if-range": etag };
  const rest = await ask(request, { range: `bytes=${position}-`, ...condition });
  if (rest.status === 206 && rest.header("content-range")?.startsWith(`bytes ${position}-`)) return rest.body;
  rest.body.on("error", () => {}).destroy();
  return null;
}
