import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { isIP } from "node:net";
import { UsageError } from "../../errors.js";
import { BlobStore } from "./blob-store.js";
import { Client } from "./client.js";
import { defaultUpstream } from "./default-upstream.js";
import { Files } from "./files.js";
import { handler } from "./handler.js";
import { listen } from "./listen.js";
import type { IndexOptions, IndexPatience, PackageIndex } from "./options.js";
import { PageStore } from "./page-store.js";
import { Pages } from "./pages.js";
import { ReferenceStore } from "./reference-store.js";
import { Source } from "./source.js";
import { Store } from "./store.js";

const TTL_MS = 10 * 60 * 1000;
const PATIENCE: IndexPatience = {
  connectMs: 10_000,
  headersMs: 30_000,
  stallMs: 30_000,
  keptAfterMs: 8000,
  giveUpMs: 30_000,
};
/** Between two requests of a client. */
const KEEP_ALIVE_MS = 75_000;

/** Starts the index: its port is bound when this returns; upstreams are asked when a request needs them. See `openIndex` of packages/. */
export async function open(options: IndexOptions): Promise<PackageIndex> {
  const { host = "127.0.0.1", ports = [0], mode = "online", ttlMs = TTL_MS, now = Date.now, log } = options;
  const patience = { ...PATIENCE, ...options.patience };
  const closed = new AbortController();
  const sources = sourcesOf(options, { now, signal: closed.signal });
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
  const store = await Store.open(options.store, options.note);
  const mark = randomBytes(12).toString("hex");
  const client = new Client({ environment: options.environment, patience, mark });
  const blobs = new BlobStore(store);
  const pageStore = new PageStore(store);
  const references = new ReferenceStore(store);
  const files = new Files({ client, store, blobs, references, ttlMs, now });
  const { keptAfterMs, giveUpMs } = patience;
  const pages = new Pages({ client, store: pageStore, mode, ttlMs, now, keptAfterMs, giveUpMs });
  const services = { pages, files, blobs, client, store: pageStore, mode };
  server.on("request", handler({ services, sources, mark, reach: isLoopback(host) ? "loopback" : "anyone", log }));

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      closed.abort();
      pages.close();
      server.close();
      server.closeAllConnections();
      await files.close();
      await client.close();
      await store.close();
    })();
    return closing;
  };
  try {
    const port = await listen(server, { host, ports });
    const base = `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
    const urlOf = (name: string | null): string => {
      const source = sources.get(name ?? "");
      if (source === undefined) throw new Error(`the package index has no upstream ${name ?? "without a name"}`);
      return `${base}${source.path}`;
    };
    return { url: `${base}/simple/`, port, urlOf, usage: () => files.usage(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function sourcesOf(
  { upstreams, environment, platform }: IndexOptions,
  { now, signal }: { readonly now: () => number; readonly signal: AbortSignal },
): ReadonlyMap<string, Source> {
  const ask = (): Promise<string> => defaultUpstream({ environment, platform, cwd: "/", signal });
  const unnamed = upstreams.some(({ name }) => name === null);
  const sources = new Map<string, Source>();
  for (const upstream of unnamed ? upstreams : [{ name: null, url: null }, ...upstreams]) {
    const key = upstream.name ?? "";
    if (sources.has(key)) {
      const which = key === "" ? "without a name" : `named ${key}`;
      throw new UsageError(
        "invalid-upstream",
        `--upstream: there can be only one ${which}; name the others: NAME=URL.`,
      );
    }
    sources.set(key, new Source(upstream, { ask, now }));
  }
  return sources;
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}
