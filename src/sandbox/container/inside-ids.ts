import { readFileSync } from "node:fs";
import type { Ids } from "./ownership.js";

/** Whom a process runs as, by the numbers of this machine and by those of its own user namespace; null: not to be seen. */
export function idsOf(pid: number): { readonly outside: Ids; readonly inside: Ids } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "latin1");
    const outside = { uid: effective(status, "Uid"), gid: effective(status, "Gid") };
    const inside = {
      uid: mapped(outside.uid, `/proc/${pid}/uid_map`),
      gid: mapped(outside.gid, `/proc/${pid}/gid_map`),
    };
    return { outside, inside };
  } catch {
    return null;
  }
}

function effective(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\t\\d+\\t(\\d+)`, "m").exec(status)?.[1]);
}

/** user_namespaces(7): each line is the first number inside, the first outside, and how many. */
function mapped(outside: number, path: string): number {
  for (const line of readFileSync(path, "latin1").trim().split("\n")) {
    const [inner = 0, outer = 0, count = 0] = line.trim().split(/\s+/).map(Number);
    if (outside >= outer && outside < outer + count) return inner + outside - outer;
  }
  return outside;
}
