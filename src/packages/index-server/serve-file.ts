import type { ServerResponse } from "node:http";
import type { OpenBlob } from "./blob-store.js";
import type { Client } from "./client.js";
import { type Download, StoreFault } from "./download.js";
import { cacheControl, type Exchange, sendText } from "./exchange.js";
import { asFault, UpstreamFault } from "./fault.js";
import { FileGone } from "./fetch-file.js";
import { type FileStart, fileStart } from "./file-headers.js";
import type { Files } from "./files.js";
import { findFile } from "./find-file.js";
import type { Pages } from "./pages.js";
import { relay } from "./relay.js";
import type { RemoteFile } from "./remote-file.js";
import { BUFFER_BYTES, sendBytes } from "./send.js";
import type { Source } from "./source.js";
import type { Root } from "./upstream.js";

export interface FileServices {
  readonly pages: Pages;
  readonly files: Files;
  readonly client: Client;
  readonly mode: "online" | "offline";
}

interface FileTarget {
  readonly source: Source;
  readonly project: string;
  readonly file: string;
}

interface Found {
  readonly root: Root;
  readonly file: RemoteFile;
}

/** Serves a file: from the store, else from the upstream, and then on its way into the store. */
export async function serveFile(exchange: Exchange, services: FileServices, target: FileTarget): Promise<void> {
  let found = await findFile(services.pages, target, "any");
  for (let tries = 0; ; tries++) {
    if (found.kind === "absent") return sendText(exchange, { status: 404, text: `There is no file ${target.file}.` });
    if (found.kind === "fault") return sendFault(exchange, found.fault);
    const root = await target.source.root();
    const source = { root, file: found.file };
    const kept = await services.files.kept(source.file, services.mode === "offline" ? "any" : "fresh");
    if (kept !== null) return sendKept(exchange, kept, source.file);
    if (services.mode === "offline") {
      return sendFault(exchange, new UpstreamFault(504, `${target.file} is not kept, and ${services.pages.offline}`));
    }
    const before = source.file.url;
    try {
      return await sendComing(exchange, services, source);
    } catch (error) {
      if (exchange.response.headersSent || exchange.response.destroyed) throw error;
      // Links that are signed for a time lead nowhere after it: a new page has new ones.
      if (error instanceof FileGone && tries === 0) {
        found = await findFile(services.pages, target, "checked");
        if (found.kind === "file" && found.file.url !== before) continue;
        if (error.answered !== 403 && found.kind !== "fault") {
          return sendText(exchange, { status: 404, text: `${error.message}.` });
        }
      }
      const old = await services.files.kept(source.file, "any");
      if (old !== null) return sendKept(exchange, old, source.file);
      return sendFault(exchange, asFault(error, target.file));
    }
  }
}

async function sendKept(exchange: Exchange, blob: OpenBlob, file: RemoteFile): Promise<void> {
  const { handle, size, sha256 } = blob;
  exchange.outcome = "kept";
  try {
    const begin = fileStart(exchange.request.headers, { size, sha256, cacheControl: lifetime(exchange, file) });
    const read = async (buffer: Buffer, position: number): Promise<number> =>
      (await handle.read(buffer, 0, buffer.length, position)).bytesRead;
    await answer(exchange, begin, () =>
      sendBytes(exchange.response, { read, start: begin.start, stop: begin.stop, bufferBytes: BUFFER_BYTES.kept }),
    );
  } finally {
    await handle.close();
  }
}

/** Serves a file that is on its way. @throws UpstreamFault, with nothing sent yet if it could not be had at all */
async function sendComing(exchange: Exchange, services: FileServices, { root, file }: Found): Promise<void> {
  const { request, response } = exchange;
  exchange.outcome = "fetched";
  if (request.method === "HEAD" && file.size !== null) {
    const sha256 = file.hashes.sha256 ?? null;
    return answer(
      exchange,
      fileStart(request.headers, { size: file.size, sha256, cacheControl: lifetime(exchange, file) }),
      nothing,
    );
  }
  const download = services.files.download(root, file);
  download.enter();
  let position = 0;
  let begin: FileStart | null = null;
  try {
    await download.begun;
    // Without a length nobody could tell a whole answer from one that broke off.
    await until(download, () => download.size !== null, response);
    begin = startOf(exchange, download, file);
    const start = begin.start;
    if (begin.status < 300) await until(download, () => download.readable > start, response);
    const read = async (buffer: Buffer, at: number): Promise<number> => {
      await until(download, () => download.readable > at, response);
      const count = await download.read(buffer, at);
      position = at + count;
      return count;
    };
    const send = () =>
      sendBytes(response, { read, start, stop: begin?.stop ?? null, bufferBytes: BUFFER_BYTES.coming });
    await answer(exchange, begin, send);
  } catch (error) {
    if (!(error instanceof StoreFault) || response.destroyed) throw error;
    services.files.storeFault(error);
    await sendPast(exchange, services, { found: { root, file }, begin, position });
  } finally {
    download.leave();
  }
}

/** The same without the store, from where it failed. */
async function sendPast(
  exchange: Exchange,
  { client, files }: FileServices,
  state: { readonly found: Found; readonly begin: FileStart | null; readonly position: number },
): Promise<void> {
  const { found, begin, position } = state;
  const stop = begin?.stop ?? null;
  const start = Math.max(position, begin?.start ?? 0);
  const request = { ...found, client, signal: files.signal };
  const { response } = exchange;
  await relay(response, {
    request,
    start,
    stop,
    begin: (size) => {
      if (response.headersSent) return;
      const headers = {
        "content-type": "application/octet-stream",
        "cache-control": cacheControl(exchange, "no-cache"),
      };
      const length: { readonly "content-length"?: number } = size === null ? {} : { "content-length": size };
      response.writeHead(200, { ...headers, ...length });
    },
  });
  response.end();
}

function startOf(exchange: Exchange, download: Download, file: RemoteFile): FileStart {
  const sha256 = download.state.kind === "whole" ? download.state.sha256 : (file.hashes.sha256 ?? null);
  return fileStart(exchange.request.headers, { size: download.size, sha256, cacheControl: lifetime(exchange, file) });
}

/** Waits until `enough`, or the client is gone. @throws what ended the download */
async function until(download: Download, enough: () => boolean, response: ServerResponse): Promise<void> {
  for (;;) {
    const { state, changed } = download;
    if (state.kind === "failed") throw state.error;
    if (state.kind === "whole" || enough()) return;
    if (response.destroyed) throw new Error("the client went away");
    await changed;
  }
}

async function answer(exchange: Exchange, begin: FileStart, send: () => Promise<boolean>): Promise<void> {
  const { request, response } = exchange;
  response.writeHead(begin.status, begin.headers);
  if (request.method === "HEAD" || begin.status >= 300) {
    response.end();
    return;
  }
  if (await send()) response.end();
  else response.destroy();
}

function sendFault(exchange: Exchange, fault: UpstreamFault): void {
  exchange.outcome = fault.message;
  sendText(exchange, { status: fault.status, text: `${fault.message}.` });
}

function lifetime(exchange: Exchange, { hashes }: RemoteFile): string {
  return cacheControl(exchange, hashes.sha256 === undefined ? "no-cache" : "max-age=31536000, immutable");
}

async function nothing(): Promise<boolean> {
  return true;
}
