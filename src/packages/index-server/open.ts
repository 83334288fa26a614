import { createServer } from "node:http";
import { isIP } from "node:net";
import { openEngine } from "./engine.js";
import { addressOf, KEEP_ALIVE_MS, listen } from "./listen.js";
import type { IndexOptions, PackageIndex } from "./options.js";

/** Starts the index: its port is bound when this returns; upstreams are asked when a request needs them. See `openIndex` of packages/. */
export async function open(options: IndexOptions): Promise<PackageIndex> {
  const { host = "127.0.0.1", ports = [0] } = options;
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
  const engine = await openEngine({ ...options, reach: isLoopback(host) ? "loopback" : "anyone" });
  server.on("request", engine.handle);

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      const closed = engine.close();
      server.close();
      server.closeAllConnections();
      await closed;
    })();
    return closing;
  };
  try {
    const port = await listen(server, { host, ports });
    const base = addressOf(host, port);
    const urlOf = (name: string | null): string => {
      const path = engine.paths.get(name ?? "");
      if (path === undefined) throw new Error(`the package index has no upstream ${name ?? "without a name"}`);
      return `${base}${path}`;
    };
    return { url: `${base}/simple/`, port, urlOf, usage: () => engine.usage(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}
