import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { atEnd } from "./support.js";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
type Method = "CreateCacheEntry" | "FinalizeCacheEntryUpload" | "GetCacheEntryDownloadURL" | "upload" | "download";

/** A cache service on loopback that speaks the second protocol, storage included, and fails where it is told to. */
export interface ActionsService {
  readonly environment: Readonly<Record<string, string>>;
  /** Kept archives by key and version; a test may put others in their place. */
  readonly entries: Map<string, { readonly key: string; readonly version: string; body: Buffer }>;
  /** What answers instead. */
  readonly instead: Map<Method, Handler>;
  /** Names of the methods that were called. */
  readonly calls: Method[];
}

export async function startService(): Promise<ActionsService> {
  const entries: ActionsService["entries"] = new Map();
  const instead = new Map<Method, Handler>();
  const calls: Method[] = [];
  const blocks = new Map<string, Buffer>();
  const uploads = new Map<string, Buffer>();
  let url = "";

  const answers: Record<Method, (body: Buffer, query: URLSearchParams) => unknown> = {
    CreateCacheEntry(body) {
      const { key, version } = JSON.parse(body.toString());
      const id = `${version}/${key}`;
      if (entries.has(id))
        return { ok: false, message: "cache entry with the same key, version, and scope already exists" };
      return {
        ok: true,
        signed_upload_url: `${url}/account/container/upload?id=${encodeURIComponent(id)}&sig=the-secret`,
      };
    },
    FinalizeCacheEntryUpload(body) {
      const { key, version } = JSON.parse(body.toString());
      const upload = uploads.get(`${version}/${key}`);
      if (upload === undefined) return { ok: false, message: "nothing was uploaded" };
      entries.set(`${version}/${key}`, { key, version, body: upload });
      return { ok: true, entry_id: "1" };
    },
    GetCacheEntryDownloadURL(body) {
      const { key, version, restore_keys: others = [] } = JSON.parse(body.toString());
      const known = [...entries.values()].filter((entry) => entry.version === version).reverse();
      const found = [key, ...others].flatMap((prefix: string) =>
        known.filter((entry) => entry.key.startsWith(prefix)),
      )[0];
      if (found === undefined) return { ok: false };
      const id = encodeURIComponent(`${version}/${found.key}`);
      return { ok: true, matched_key: found.key, signed_download_url: `${url}/download?id=${id}&sig=the-secret` };
    },
    upload(body, query) {
      const id = query.get("id") ?? "";
      if (query.get("comp") === "block") blocks.set(`${id} ${query.get("blockid")}`, body);
      else if (query.get("comp") === "blocklist") {
        const names = [...body.toString().matchAll(/<Latest>([^<]*)<\/Latest>/g)].map((match) => match[1]);
        uploads.set(id, Buffer.concat(names.map((name) => blocks.get(`${id} ${name}`) ?? Buffer.alloc(0))));
      } else uploads.set(id, body);
      return null;
    },
    download: (_body, query) => entries.get(query.get("id") ?? "")?.body,
  };

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", url);
    const method = pathname.split("/").at(-1) as Method;
    calls.push(method);
    const other = instead.get(method);
    if (other !== undefined) return other(request, response);
    const answer = answers[method](await buffer(request), searchParams);
    if (method === "upload") response.writeHead(201).end();
    else if (method === "download") response.writeHead(200).end(answer);
    else response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  atEnd(() => {
    server.close();
    server.closeAllConnections();
  });
  const environment = { ACTIONS_RESULTS_URL: `${url}/`, ACTIONS_RUNTIME_TOKEN: "token", ACTIONS_CACHE_SERVICE_V2: "1" };
  return { environment, entries, instead, calls };
}

/** An answer with that status. */
export function status(code: number, message = "no"): Handler {
  return (request, response) => {
    request.resume();
    response.writeHead(code, { "content-type": "application/json" }).end(JSON.stringify({ code: "x", msg: message }));
  };
}
