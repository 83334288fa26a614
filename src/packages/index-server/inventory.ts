import { lstat, open, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { waitForLock } from "../../lock.js";
import { removeLeftFolders } from "../../own-folder.js";
import { sha256OfFile } from "../../sha256.js";
import { filesIn } from "../upkeep/tree.js";
import { parsePage } from "./page-store.js";
import type { Project } from "./project.js";
import { readReference } from "./reference-store.js";

/** What the store of an index holds, for those who keep the cache in order: paths under its root. */
export interface IndexInventory {
  readonly root: string;
  readonly files: readonly string[];
  readonly pages: readonly string[];
  readonly references: readonly string[];
}

const LOCK_MS = 10_000;
const SHA256 = /^[0-9a-f]{64}$/;

/** @param store what `IndexOptions.store` names */
export async function readInventory(store: string): Promise<IndexInventory> {
  const root = join(store, "v1");
  const [files = [], pages = [], references = []] = await Promise.all(
    ["files", "pages", "references"].map((name) => filesIn(join(root, name))),
  );
  return { root, files, pages, references };
}

/** Names that the kept pages have for files and their metadata, by sha256. */
export async function fileNames({ pages }: IndexInventory): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const path of pages) {
    for (const { name, hashes, metadata } of (await projectOf(path))?.files ?? []) {
      if (hashes.sha256 !== undefined) names.set(hashes.sha256, name);
      if (typeof metadata === "object" && metadata.sha256) names.set(metadata.sha256, `${name}.metadata`);
    }
  }
  return names;
}

/** Why a file of the store can't be used; null: it is as it was written. */
export async function whyDamaged(inventory: IndexInventory, path: string): Promise<string | null> {
  if (inventory.pages.includes(path))
    return (await projectOf(path)) === null ? "its sha256 is not the one it had" : null;
  if (inventory.references.includes(path)) return (await readReference(path)) !== null ? null : "it can't be read";
  if (!SHA256.test(basename(path)) || !(await lstat(path)).isFile()) return "it is no file of the index";
  const handle = await open(path, "r");
  try {
    return (await sha256OfFile(handle)) === basename(path) ? null : "its sha256 is not the one it had";
  } finally {
    await handle.close();
  }
}

/** Takes files out of a store, as its one writer. */
export async function removeFromIndex({ root }: IndexInventory, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  const lock = await waitForLock(join(root, "lock"), LOCK_MS);
  try {
    for (const path of paths) await rm(path, { recursive: true, force: true });
  } finally {
    await lock.release();
  }
}

/** Removes what servers left that were killed. */
export async function sweepIndex({ root }: IndexInventory): Promise<void> {
  await removeLeftFolders(join(root, "tmp"));
}

async function projectOf(path: string): Promise<Project | null> {
  try {
    return parsePage(await readFile(path)).project;
  } catch {
    return null;
  }
}
