import { abandonedFolders, removeFolder } from "./folder.js";
import { detectHere } from "./here.js";
import { environmentFor } from "./noted-engine.js";
import { abandonedContainers, type NotedContainer, notedContainers } from "./notes.js";
import { recoverNoted } from "./recover.js";

/**
 * Removes the containers that processes of forgexec left that were killed, and gives back the folders lent to them, as opening a container does.
 * What is noted of containers tells which engine they are of; where nothing is, none is asked. An engine that does not answer is asked again
 * the next time. Gives their number.
 */
export async function recoverContainers(): Promise<number> {
  const groups = new Map<string, NotedContainer[]>();
  for (const container of abandonedContainers()) {
    const key = JSON.stringify(container.engine);
    groups.set(key, [...(groups.get(key) ?? []), container]);
  }
  let removed = 0;
  for (const group of groups.values()) removed += await recoverGroup(group);
  // Of a process that was killed before it had noted anything.
  const noted = new Set(notedContainers().map(({ place }) => place));
  for (const folder of abandonedFolders()) if (!noted.has(folder)) removeFolder(folder);
  return removed;
}

/** Containers of one engine. */
async function recoverGroup(group: readonly NotedContainer[]): Promise<number> {
  const [first] = group;
  const detection = first && detectHere((environment) => environmentFor(first.engine, environment));
  if (detection?.type !== "found") return 0;
  return recoverNoted({ engine: detection.engine, uid: process.geteuid?.() ?? -1 }, group);
}
