import { writeFile } from "node:fs/promises";
import { restoreCache, saveCache } from "@actions/cache";
import { type ActionsAnswer, type ActionsRequest, ANSWER } from "./actions-request.js";

/** A download that stands still for so long is begun anew, or given up. */
const SEGMENT_MS = 60_000;

/** Does what a request says by the Actions cache's own client, in a process that is there for that alone. */
export async function work(request: string): Promise<void> {
  // Whoever asked is gone.
  process.stdin.once("end", () => process.exit(1)).resume();
  const answer = await answerTo(JSON.parse(request) as ActionsRequest);
  await writeFile(ANSWER, JSON.stringify(answer));
  // Connections that hang, and the client's timers, hold nothing up.
  process.exit(0);
}

async function answerTo(request: ActionsRequest): Promise<ActionsAnswer> {
  const { verb, key, path } = request;
  if (verb === "save") return { key: (await isThere(key, path)) || (await saveCache([path], key)) === -1 ? null : key };
  const options = { lookupOnly: verb === "find", segmentTimeoutInMs: SEGMENT_MS };
  return { key: (await restoreCache([path], key, [...request.restoreKeys], options)) ?? null };
}

/** The client would first make the archive, and some services take a key twice. */
async function isThere(key: string, path: string): Promise<boolean> {
  const found = await restoreCache([path], key, [], { lookupOnly: true });
  return found?.toLowerCase() === key.toLowerCase();
}
