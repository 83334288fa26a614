import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { CacheChoice } from "../build/index.js";
import { isStillThere, type PendingSave } from "../packages/index.js";
import { sizeText } from "../report/index.js";
import type { Edge } from "./edge.js";
import { undrawn } from "./inert.js";
import type { Toolkit } from "./toolkit.js";

const STATE = "pendingSaves";

/** Makes the Actions cache, where the job has one; null: the cache directory is all there is. */
export async function sharedStore(edge: Pick<Edge, "environment">): Promise<NonNullable<CacheChoice["shared"]> | null> {
  const { ActionsCache } = await import("../cache/index.js");
  if (!ActionsCache.isAvailable(edge.environment)) return null;
  return (warn) => new ActionsCache({ warn });
}

/** Hands what is to be saved on to post, which has the time for it: the job's steps are over by then. */
export function leaveForPost(core: Pick<Toolkit, "saveState">, pending: readonly PendingSave[]): void {
  if (pending.length > 0) core.saveState(STATE, JSON.stringify(pending));
}

/** Saves what main left for post. A fault is a warning of the store's. */
export async function saveWhatIsLeft(edge: Edge): Promise<void> {
  const pending = read(edge.core.getState(STATE));
  const make = pending.length === 0 ? null : await sharedStore(edge);
  const store = make?.((message) => edge.core.warning(undrawn(message)));
  for (const left of pending) {
    const { what, key, paths } = left;
    if (!(await isStillThere(left))) {
      edge.log.write(`The ${what} was not saved, since a later step made another: ${key}\n`);
      continue;
    }
    const saved = (await store?.save(key, paths)) ?? null;
    const size = saved === null ? "" : ` (${sizeText(saved.bytes)})`;
    edge.log.write(saved === null ? `The ${what} was not saved: ${key}\n` : `Saved the ${what}${size}: ${key}\n`);
    if (what === "environment" && paths[0] !== undefined) await rm(dirname(paths[0]), { recursive: true, force: true });
  }
}

function read(state: string): readonly PendingSave[] {
  return state === "" ? [] : (JSON.parse(state) as readonly PendingSave[]);
}
