import type { IndexOptions, PackageIndex } from "./index-server/options.js";
import type { Upstream } from "./index-server/upstream.js";

export type { IndexOptions, IndexPatience, IndexUsage, PackageIndex } from "./index-server/options.js";
export type { Upstream } from "./index-server/upstream.js";

/**
 * Starts the caching package index (PEP 503, 691, 658): on loopback, over a store on disk. What it needs is loaded here.
 * Upstreams are reached as the machine's pip would reach them, unless `connection` says how.
 *
 * @throws UsageError `not-listening`, `invalid-upstream`
 */
export async function openIndex(options: IndexOptions): Promise<PackageIndex> {
  const [{ open }, { machineConnection }] = await Promise.all([
    import("./index-server/open.js"),
    import("./clients/connection.js"),
  ]);
  return open({ ...options, connection: options.connection ?? (await machineConnection(options)) });
}

/** Reads `URL` or `NAME=URL`. @throws UsageError `invalid-upstream`; its message holds no credentials */
export async function readUpstream(text: string): Promise<Upstream> {
  const { parseUpstream } = await import("./index-server/upstream.js");
  return parseUpstream(text);
}
