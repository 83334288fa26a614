import { readFileSync } from "node:fs";
import type { Engine } from "./engine.js";
import { call } from "./engine-call.js";

/**
 * The keeper, as this process numbers it; null: it is not to be seen from here. The number that a service gives is its own PID namespace's,
 * which another process may have here.
 */
export async function processOne(engine: Engine, name: string): Promise<number | null> {
  if (engine.processes === "none") return null;
  const seen = await call(engine, ["container", "inspect", "--format", "{{.State.Pid}} {{.Id}}", name]);
  const [number, id = ""] = seen.stdout.trim().split(" ");
  const pid = Number(number);
  if (seen.exitCode !== 0 || !(pid > 0)) return null;
  return engine.name === "podman" || isOf(pid, id) ? pid : null;
}

/** Whether a process is a container's: its control group is named after it, or files of its are mounted for it. */
function isOf(pid: number, id: string): boolean {
  return ["cgroup", "mountinfo"].some((name) => {
    try {
      return readFileSync(`/proc/${pid}/${name}`, "latin1").includes(id);
    } catch {
      return false;
    }
  });
}
