import { rm } from "node:fs/promises";
import { join } from "node:path";
import { tryLock } from "../../lock.js";
import { mountPoints } from "../image/mount-table.js";
import { partsOf } from "../image/parts.js";
import { removeParts } from "../image/remove-parts.js";
import { pipConfigPath } from "../recover.js";
import { runFolder } from "../run-folder.js";
import { liveRuns } from "./live-runs.js";
import type { KeptItem } from "./model.js";
import { namesIn, type Tally } from "./tree.js";

const BESIDE = /\.(?:image|clients|pip\.conf|lock|lock\.takeover)$/;

/** Environments, each with the image that it may have come from. */
export async function environments(cacheDirectory: string, tally: Tally): Promise<readonly KeptItem[]> {
  const folder = join(cacheDirectory, "env");
  const names = await namesIn(folder);
  const slots = new Set(names.filter((name) => !name.endsWith(".lock")).map((name) => name.replace(BESIDE, "")));
  const [live, mounted] = await Promise.all([liveRuns(cacheDirectory), mountPoints()]);
  const items: KeptItem[] = [];
  for (const name of slots) {
    const path = join(folder, name);
    // What is mounted there lies in the image, and takes no room of its own.
    const sizes = [await tally.tree(`${path}.image`), ...(mounted.includes(path) ? [] : [await tally.tree(path)])];
    const newest = (key: "created" | "used"): number => Math.max(...sizes.map((size) => size[key]));
    items.push({
      what: "environment",
      name,
      bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
      created: newest("created"),
      used: newest("used"),
      cost: "download",
      inUse: live.get(name) ?? null,
      remove: () => removeEnvironment(path),
    });
  }
  return items;
}

/** Takes an environment away, mounts first; false: a run holds it. */
async function removeEnvironment(path: string): Promise<boolean> {
  const lock = await tryLock(`${path}.lock`);
  if (lock === null) return false;
  try {
    await removeParts(await partsOf(path));
    for (const each of [path, `${path}.image`, runFolder(path)]) await rm(each, { recursive: true, force: true });
    await rm(pipConfigPath(path), { force: true });
    return true;
  } finally {
    await lock.release();
  }
}
