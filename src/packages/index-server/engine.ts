import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { UsageError } from "../../errors.js";
import { BlobStore } from "./blob-store.js";
import { Client } from "./client.js";
import { defaultUpstream } from "./default-upstream.js";
import { Files } from "./files.js";
import { handler } from "./handler.js";
import type { EngineOptions, IndexPatience, IndexUsage } from "./options.js";
import { PageStore } from "./page-store.js";
import { Pages } from "./pages.js";
import { pinnedTo } from "./pins.js";
import { ReferenceStore } from "./reference-store.js";
import { Source } from "./source.js";
import { Store } from "./store.js";
import { tellFaults } from "./tell-faults.js";
import { parseRoot } from "./upstream.js";

const TTL_MS = 10 * 60 * 1000;
const PATIENCE: IndexPatience = {
  connectMs: 10_000,
  headersMs: 30_000,
  stallMs: 30_000,
  keptAfterMs: 8000,
  giveUpMs: 30_000,
};

/** What answers an index's requests, without the port that they come by. */
export interface Engine {
  /** The paths of its indexes, by name; "": the unnamed one. */
  readonly paths: ReadonlyMap<string, string>;
  /** `credentialed`: some of what it serves its upstreams give only to who has the credentials. */
  readonly reveals: "public" | "credentialed";
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** As `handle`, and no upstream is ever asked. */
  handleOffline(request: IncomingMessage, response: ServerResponse): void;
  usage(): IndexUsage;
  /** Stops asking upstreams; resolves when the store is at rest. */
  close(): Promise<void>;
}

/** Why the second way asks nobody. */
const OF_A_SANDBOX = "to a sandbox with an isolated network, outside of `install`, the index gives only what is kept";

/** Opens the store and makes ready to answer; upstreams are asked when a request needs them. @throws UsageError `invalid-upstream` */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const { reach, mode = "online", ttlMs = TTL_MS, now = Date.now, log, connection = {} } = options;
  const patience = { ...PATIENCE, ...options.patience };
  const closed = new AbortController();
  const sources = sourcesOf(options, { now, signal: closed.signal });
  const store = await Store.open(options.store, options.note);
  const mark = randomBytes(12).toString("hex");
  const client = new Client({ environment: options.environment, patience, mark, connection });
  const blobs = new BlobStore(store);
  const pageStore = new PageStore(store);
  const references = new ReferenceStore(store);
  const files = new Files({ client, store, blobs, references, ttlMs, now });
  const { keptAfterMs, giveUpMs } = patience;
  const common = { client, store: pageStore, ttlMs, now, keptAfterMs, giveUpMs };
  const pages = new Pages({ ...common, mode, offline: "the index is offline" });
  const kept = new Pages({ ...common, mode: "offline", offline: OF_A_SANDBOX });
  const services = { pages, files, blobs, client, store: pageStore, mode };
  const pinned = pinnedTo(options.pins ?? []);
  const { pipKeeps = "files" } = options;
  const fault = options.fault && tellFaults(options.fault);
  const told = { sources, mark, reach, pinned, pipKeeps, fault, log };
  return {
    paths: new Map([...sources].map(([name, { path }]) => [name, path])),
    reveals: hasCredentials(options) ? "credentialed" : "public",
    handle: handler({ services, ...told }),
    handleOffline: handler({ services: { ...services, pages: kept, mode: "offline" }, ...told }),
    usage: () => files.usage(),
    async close() {
      closed.abort();
      pages.close();
      kept.close();
      await files.close();
      await client.close();
      await store.close();
    },
  };
}

function sourcesOf(
  { upstreams, environment, platform, ask }: EngineOptions,
  { now, signal }: { readonly now: () => number; readonly signal: AbortSignal },
): ReadonlyMap<string, Source> {
  const asking = ask ?? ((): Promise<string> => defaultUpstream({ environment, platform, cwd: "/", signal }));
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
    sources.set(key, new Source(upstream, { ask: () => asking(signal), now }));
  }
  return sources;
}

function hasCredentials({ upstreams, connection }: EngineOptions): boolean {
  return upstreams.some(({ url }) => {
    if (url === null) return false;
    const root = parseRoot(url);
    return root.authorization !== null || (connection?.authorization?.(new URL(root.url)) ?? null) !== null;
  });
}
