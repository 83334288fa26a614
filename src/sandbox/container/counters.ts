import { readFileSync } from "node:fs";
import type { Counters } from "../limit-verdict.js";

/** Reads the counters of the cgroup that a process is in, cgroup v1 or v2; null where they are not to be seen. */
export function readCounters(pid: number): Counters | null {
  const groups = read(`/proc/${pid}/cgroup`);
  if (groups === null) return null;
  // A cgroup namespace is the process's own: from here its paths are whole.
  const paths = new Map<string, string>();
  for (const line of groups.trim().split("\n")) {
    const [, controllers = "", ...path] = line.split(":");
    for (const name of controllers.split(",")) paths.set(name, path.join(":"));
  }
  return {
    memory: counter(folders(paths, "memory"), ["memory.oom_control", "memory.events"], "oom_kill"),
    pids: counter(folders(paths, "pids"), ["pids.events"], "max"),
  };
}

/** Where the files of a controller may lie: its own hierarchy of v1, else the one of v2, which some mount below `unified`. */
function folders(paths: ReadonlyMap<string, string>, controller: string): readonly string[] {
  const own = paths.get(controller);
  const unified = paths.get("") ?? "";
  return [
    ...(own === undefined ? [] : [`/sys/fs/cgroup/${controller}${own}`]),
    `/sys/fs/cgroup${unified}`,
    `/sys/fs/cgroup/unified${unified}`,
  ];
}

function counter(folders: readonly string[], files: readonly string[], name: string): number {
  for (const folder of folders) {
    for (const file of files) {
      const found = new RegExp(`^${name} (\\d+)$`, "m").exec(read(`${folder}/${file}`) ?? "");
      if (found) return Number(found[1]);
    }
  }
  return 0;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return null;
  }
}
