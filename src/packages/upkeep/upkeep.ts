import { rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { DirectoryCache } from "../../cache/index.js";
import { UsageError } from "../../errors.js";
import { readInventory, removeFromIndex, sweepIndex } from "../index-server/inventory.js";
import { clientItems } from "./client-items.js";
import { environments } from "./environments.js";
import { danglingReferences, indexItems, indexStore } from "./index-items.js";
import { heldLocks, liveRuns } from "./live-runs.js";
import { FOLDERS, type KeptItem } from "./model.js";
import { namesIn, Tally } from "./tree.js";
import { updateWheelhouse } from "./wheelhouse.js";

/** What goes first. */
const ORDER = { download: 0, build: 1 } as const;

/** Bounds of what may stay in the cache directory. */
export interface KeptLimits {
  readonly maxBytes?: number;
  /** What was not used for longer goes. */
  readonly olderThanMs?: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What went, and what should have gone and is in use. */
export interface Pruned {
  readonly gone: readonly KeptItem[];
  readonly stayed: readonly KeptItem[];
  /** Bytes of all that is there still. */
  readonly left: number;
}

/** All that the cache directory holds: kind by kind, the last used first. */
export async function listKept(cacheDirectory: string): Promise<readonly KeptItem[]> {
  const tally = new Tally();
  const items: KeptItem[] = [];
  for (const list of [images, environments, indexItems, clientItems])
    items.push(...(await list(cacheDirectory, tally)));
  const kinds = [...new Set(items.map(({ what }) => what))];
  return kinds.flatMap((kind) => items.filter(({ what }) => what === kind).sort((a, b) => b.used - a.used));
}

/**
 * Removes what was not used for long; then, until the rest fits, what can be had again by downloading before what has to
 * be built, and of that the least recently used first. What somebody uses stays.
 */
export async function pruneKept(cacheDirectory: string, limits: KeptLimits): Promise<Pruned> {
  const { maxBytes = Number.POSITIVE_INFINITY } = limits;
  const gone: KeptItem[] = [];
  for (;;) {
    const { removed, stayed } = await pruneOnce(await listKept(cacheDirectory), limits);
    gone.push(...removed);
    await tidy(cacheDirectory);
    const left = total(await listKept(cacheDirectory));
    // A file that had another name is there still, and counts for that one now.
    if (left <= maxBytes || removed.length === 0) return { gone, stayed, left };
  }
}

async function pruneOnce(
  items: readonly KeptItem[],
  { maxBytes = Number.POSITIVE_INFINITY, olderThanMs = Number.POSITIVE_INFINITY, now }: KeptLimits,
): Promise<{ readonly removed: readonly KeptItem[]; readonly stayed: readonly KeptItem[] }> {
  const isOld = ({ used }: KeptItem): boolean => now - used > olderThanMs;
  const byWorth = items.toSorted((a, b) => ORDER[a.cost] - ORDER[b.cost] || a.used - b.used);
  const removed: KeptItem[] = [];
  const stayed: KeptItem[] = [];
  let left = total(items);
  for (const item of [...byWorth.filter(isOld), ...byWorth.filter((each) => !isOld(each))]) {
    if (!isOld(item) && left <= maxBytes) continue;
    if (item.inUse !== null || !(await item.remove())) {
      stayed.push(item);
      continue;
    }
    removed.push(item);
    left -= item.bytes;
  }
  return { removed, stayed };
}

function total(items: readonly KeptItem[]): number {
  return items.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Removes all of it. Folders that are not forgexec's own stay. @throws UsageError `cache-in-use`, naming who uses it */
export async function clearKept(cacheDirectory: string): Promise<void> {
  const users = [
    ...(await liveRuns(cacheDirectory)),
    ...(await heldLocks(join(indexStore(cacheDirectory), "v1", "tmp"), "an index")),
  ];
  if (users.length > 0) {
    const names = users.map(([name, who]) => (who.startsWith("a run") ? `${who} in ${name}` : who));
    throw new UsageError(
      "cache-in-use",
      `${cacheDirectory} is in use by ${names.join(", ")}. Nothing was removed: wait for the end of it, or end it, and try again.`,
    );
  }
  for (const item of await environments(cacheDirectory, new Tally())) await item.remove();
  for (const folder of FOLDERS) await rm(join(cacheDirectory, folder), { recursive: true, force: true });
  await rmdir(cacheDirectory).catch(() => undefined);
}

function imageStore(cacheDirectory: string): DirectoryCache {
  return new DirectoryCache(join(cacheDirectory, "store"));
}

/** A run that uses one has a link or a copy of its own. */
async function images(cacheDirectory: string): Promise<readonly KeptItem[]> {
  const store = imageStore(cacheDirectory);
  return (await store.list()).map(({ id, key, bytes, created, used }) => ({
    ...{ what: "image", name: key, bytes, created, used, cost: "download", inUse: null },
    remove: () => store.remove(id),
  }));
}

/** Takes away what belonged to what went, and what killed processes left. */
async function tidy(cacheDirectory: string): Promise<void> {
  await imageStore(cacheDirectory).prune({});
  const inventory = await readInventory(indexStore(cacheDirectory));
  await sweepIndex(inventory);
  await removeFromIndex(inventory, await danglingReferences(inventory));
  for (const tag of await namesIn(join(cacheDirectory, "wheelhouse"))) await updateWheelhouse(cacheDirectory, tag);
}
