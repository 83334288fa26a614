import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Client, UpstreamResponse } from "./client.js";
import { asFault, UpstreamFault } from "./fault.js";
import { parseHtml } from "./parse-html.js";
import { parseJson } from "./parse-json.js";
import { printableUrl } from "./printable-url.js";
import type { FileEntry, Project } from "./project.js";
import type { Root } from "./upstream.js";

/** What tells whether a page is still the same. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** An upstream's answer to being asked for a page. */
export type PageAnswer =
  | { readonly kind: "page"; readonly project: Project; readonly validators: Validators }
  | { readonly kind: "same" }
  | { readonly kind: "absent" };

export interface PageRequest {
  readonly client: Client;
  readonly root: Root;
  readonly project: string;
  /** Of the kept page; null: none is kept. */
  readonly validators: Validators | null;
  readonly signal: AbortSignal;
}

const ACCEPT =
  "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1, */*;q=0.01";
/** A page that takes more, packed or unpacked, is refused: it would take the memory of everything else. */
const MAX_PAGE_BYTES = 32 * 1024 * 1024;

/** Asks an upstream for a project's page. @throws UpstreamFault */
export async function fetchPage(request: PageRequest): Promise<PageAnswer> {
  const { client, root, project, validators, signal } = request;
  const url = `${root.url}${project}/`;
  const what = printableUrl(url);
  const headers = {
    accept: ACCEPT,
    "accept-encoding": "gzip",
    ...(validators?.etag ? { "if-none-match": validators.etag } : {}),
    ...(validators?.lastModified ? { "if-modified-since": validators.lastModified } : {}),
  };
  try {
    const response = await client.get({ url, root, headers, downgrade: "refused", signal });
    return await answerOf(response, request);
  } catch (error) {
    if (!(error instanceof UpstreamFault)) throw asFault(error, what);
    throw new UpstreamFault(
      error.status,
      error.message.startsWith("http") ? error.message : `${what}: ${error.message}`,
    );
  }
}

async function answerOf(response: UpstreamResponse, { project, validators }: PageRequest): Promise<PageAnswer> {
  const { status, body, header } = response;
  if (status === 200) {
    const type = header("content-type")?.toLowerCase() ?? "text/html";
    const text = (await read(body, header("content-encoding"))).toString("utf8");
    const page = { name: project, base: response.url };
    const parsed = type.includes("json") ? parseJson(text, page) : parseHtml(checked(text, type), page);
    return {
      kind: "page",
      project: { ...parsed, files: firstOfEachName(parsed.files) },
      validators: { etag: header("etag"), lastModified: header("last-modified") },
    };
  }
  body.on("error", () => {}).destroy();
  if (status === 304 && validators !== null) return { kind: "same" };
  if (status === 404 || status === 410) return { kind: "absent" };
  throw new UpstreamFault(status >= 500 || status === 429 ? 503 : 502, refusal(status));
}

function firstOfEachName(files: readonly FileEntry[]): readonly FileEntry[] {
  const names = new Set<string>();
  return files.filter(({ name }) => !names.has(name) && names.add(name));
}

function refusal(status: number): string {
  const credentials = status === 401 || status === 403 || status === 407;
  return `it answered ${status}${credentials ? ": check the credentials in the upstream's URL" : ""}`;
}

function checked(text: string, type: string): string {
  if (type.includes("html")) return text;
  throw new UpstreamFault(502, `its page is neither HTML nor JSON (${type.replace(/[^\w./+-]/g, " ").slice(0, 60)})`);
}

async function read(body: Readable, encoding: string | null): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > MAX_PAGE_BYTES) {
        throw new UpstreamFault(502, `its page is larger than ${MAX_PAGE_BYTES / 1024 / 1024} MiB`);
      }
      chunks.push(chunk);
    }
  };
  const decoder = decoderOf(encoding);
  await (decoder === null ? pipeline(body, collect) : pipeline(body, decoder, collect));
  return Buffer.concat(chunks);
}

function decoderOf(encoding: string | null) {
  const name = encoding?.trim().toLowerCase() ?? "";
  if (name === "" || name === "identity") return null;
  if (name === "gzip" || name === "x-gzip") return createGunzip();
  if (name === "deflate") return createInflate();
  if (name === "br") return createBrotliDecompress();
  throw new UpstreamFault(502, "its page is packed in a way that is not known here");
}
