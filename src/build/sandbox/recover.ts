import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { stateFolder } from "../../state-folder.js";

/** Clears away the containers of runs that were killed. Gives a sentence for the user where there were some; costs a look into a folder where there are none. */
export async function recoverSandboxes(): Promise<readonly string[]> {
  const places = [tmpdir(), stateFolder("containers")];
  const names = await Promise.all(places.map((place) => readdir(place).catch(() => [])));
  if (!names.flat().some((name) => name.startsWith("forgexec-container-"))) return [];
  const { recoverContainers } = await import("../../sandbox/index.js");
  const removed = await recoverContainers();
  if (removed === 0) return [];
  const what = removed === 1 ? "A container" : `${removed} containers`;
  return [`${what} that an earlier run left, which was killed, ${removed === 1 ? "was" : "were"} removed.`];
}
