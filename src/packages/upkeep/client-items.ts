import { lstat, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { builtWheels, removePipWheel } from "./built-wheels.js";
import { liveRuns } from "./live-runs.js";
import type { KeptItem } from "./model.js";
import { namesIn, type Tally } from "./tree.js";

/** What pip, uv and the others keep for themselves, and pip's wheels of itself. While a run lives, they are in use. */
export async function clientItems(cacheDirectory: string, tally: Tally): Promise<readonly KeptItem[]> {
  const folder = join(cacheDirectory, "clients");
  const user = async (): Promise<string | null> => [...(await liveRuns(cacheDirectory)).values()][0] ?? null;
  const inUse = await user();
  const unlessUsed = (remove: () => Promise<void>) => async (): Promise<boolean> => {
    if ((await user()) !== null) return false;
    await remove();
    return true;
  };
  const items: KeptItem[] = [];
  for (const tag of await namesIn(folder)) {
    const wheels = await builtWheels(join(folder, tag));
    for (const wheel of wheels.filter(({ client }) => client === "pip")) {
      const stats = await lstat(wheel.path).catch(() => null);
      if (stats === null) continue;
      const remove = unlessUsed(() => removePipWheel(wheel));
      items.push({ what: "wheel", name: basename(wheel.path), ...tally.file(stats), cost: "build", inUse, remove });
    }
    for (const client of await namesIn(join(folder, tag))) {
      const path = join(folder, tag, client);
      const parts = client === "pip" ? (await namesIn(path)).filter((name) => name !== "wheels") : [""];
      const sizes = await Promise.all(parts.map((part) => tally.tree(join(path, part))));
      const size = {
        bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
        created: Math.max(0, ...sizes.map(({ created }) => created)),
        used: Math.max(0, ...sizes.map(({ used }) => used)),
      };
      if (size.created === 0) continue;
      const cost = wheels.some((wheel) => wheel.client === client && client !== "pip") ? "build" : "download";
      const remove = unlessUsed(async () => {
        for (const part of parts) await rm(join(path, part), { recursive: true, force: true });
      });
      items.push({ what: "client", name: `${client} ${tag}`, ...size, cost, inUse, remove });
    }
  }
  for (const name of await namesIn(join(cacheDirectory, "pip"))) {
    const path = join(cacheDirectory, "pip", name);
    const remove = unlessUsed(() => rm(path, { recursive: true, force: true }));
    items.push({ what: "pip", name, ...(await tally.tree(path)), cost: "download", inUse, remove });
  }
  return items;
}
