import { lstat } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileNames, type IndexInventory, readInventory, removeFromIndex } from "../index-server/inventory.js";
import { readReference } from "../index-server/reference-store.js";
import { heldLocks } from "./live-runs.js";
import type { KeptItem } from "./model.js";
import type { Tally } from "./tree.js";

export function indexStore(cacheDirectory: string): string {
  return join(cacheDirectory, "index");
}

/** Files and pages of the package index. While a server is open on the store, all of it is in use. */
export async function indexItems(cacheDirectory: string, tally: Tally): Promise<readonly KeptItem[]> {
  const inventory = await readInventory(indexStore(cacheDirectory));
  const names = await fileNames(inventory);
  const inUse = await userOf(inventory);
  const items: KeptItem[] = [];
  const paths = [...inventory.files.map((path) => ["file", path]), ...inventory.pages.map((path) => ["page", path])];
  for (const [what, path] of paths as ["file" | "page", string][]) {
    const stats = await lstat(path).catch(() => null);
    if (stats === null) continue;
    const name = what === "file" ? (names.get(basename(path)) ?? basename(path)) : basename(path, ".json");
    const remove = async (): Promise<boolean> => {
      if ((await userOf(inventory)) !== null) return false;
      await removeFromIndex(inventory, [path]);
      return true;
    };
    items.push({ what, name, ...tally.file(stats), cost: "download", inUse, remove });
  }
  return items;
}

/** References to files that are not kept any more. */
export async function danglingReferences(inventory: IndexInventory): Promise<readonly string[]> {
  const kept = new Set(inventory.files.map((path) => basename(path)));
  const targets = await Promise.all(
    inventory.references.map(async (path) => [path, await readReference(path)] as const),
  );
  return targets.filter(([, reference]) => reference === null || !kept.has(reference.sha256)).map(([path]) => path);
}

async function userOf({ root }: IndexInventory): Promise<string | null> {
  return [...(await heldLocks(join(root, "tmp"), "an index")).values()][0] ?? null;
}
