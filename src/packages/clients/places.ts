import { join } from "node:path";
import { giveTo } from "../give-to.js";
import { runFolder } from "../run-folder.js";
import { dropDamaged, noteBuilt } from "./built-notes.js";
import { CLIENTS } from "./cache-variables.js";
import { dropStrange } from "./drop-strange.js";
import { linkTree } from "./link-tree.js";
import type { ClientOptions } from "./model.js";

/** Where the run's clients and its index keep things. */
export interface Places {
  /** This run's own folder; goes at its end. */
  readonly own: string;
  /** The clients' caches, a folder each. */
  readonly caches: string;
  /** The index's store. */
  readonly store: string;
}

export function placesOf({ slot, cacheDirectory, tag, cache, writable }: ClientOptions): Places {
  const own = runFolder(slot.path);
  const shared = cache === "on" && writable === "shared";
  return {
    own,
    caches: shared ? sharedCaches({ cacheDirectory, tag }) : join(own, "caches"),
    store: shared ? join(cacheDirectory, "index") : join(own, "index"),
  };
}

function sharedCaches({ cacheDirectory, tag }: Pick<ClientOptions, "cacheDirectory" | "tag">): string {
  return join(cacheDirectory, "clients", tag);
}

// Not its locks, nor what others are just writing.
const STORE_PARTS = ["files", "pages", "references"].map((name) => join("v1", name));

/** What has to be there before a client looks into its cache: all that is restored lazily, and the throw-away copies. Never rejects. */
export async function prepareCaches(options: ClientOptions, places: Places): Promise<void> {
  const { beforeFirstUse, cache, writable, note, warn = (_code, message) => note(message) } = options;
  if (cache === "off") return;
  try {
    await beforeFirstUse?.();
    if (options.sandboxes === "some") await dropStrange(sharedCaches(options));
    if (writable === "private") await copyCaches(options, places);
    if (writable === "private") await giveTo(places.caches, options.owner ?? null);
    const dropped = await dropDamaged(places.caches);
    if (dropped.length > 0)
      warn("cache-damaged", `${dropped.join(", ")}: damaged in the cache, and made or fetched anew.`);
  } catch (error) {
    note(`What earlier runs have kept of packages can't be used: ${(error as Error).message}`);
  }
}

/** Notes what the clients have put into their caches by now. Never rejects: what is not noted is trusted. */
export async function noteCaches({ cache, writable, sandboxes }: ClientOptions, places: Places): Promise<void> {
  if (cache !== "on" || writable !== "shared") return;
  if (sandboxes === "some") await dropStrange(places.caches);
  await noteBuilt(places.caches).catch(() => undefined);
}

async function copyCaches(options: ClientOptions, places: Places): Promise<void> {
  const { cacheDirectory, sandboxes } = options;
  const shared = sharedCaches(options);
  const links = sandboxes === "some" ? "none" : "of-big-files";
  const copies = CLIENTS.map((client) => linkTree(join(shared, client), join(places.caches, client), links));
  const parts = STORE_PARTS.map((part) =>
    // The index alone writes to it.
    linkTree(join(cacheDirectory, "index", part), join(places.store, part), "of-big-files"),
  );
  await Promise.all([...copies, ...parts]);
}
