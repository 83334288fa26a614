import { readdirSync, readlinkSync } from "node:fs";

/** Node marks the low descriptors it was started with as not for its children; from this one on they are inherited anyway. */
const MARKED = 64;

/**
 * The `stdio` of a child that is to have every descriptor forgexec was started with, such as those of `<(…)` and `3<file`.
 * On Linux all of them; elsewhere 0 to 2, and whatever high ones the system passes on by itself.
 */
export function inheritedStdio(platform: NodeJS.Platform): ("inherit" | "ignore" | number)[] {
  const stdio: ("inherit" | "ignore" | number)[] = ["inherit", "inherit", "inherit"];
  if (platform !== "linux") return stdio;
  const passed = startedWith().filter((fd) => fd > 2 && fd < MARKED);
  for (const fd of passed) {
    while (stdio.length < fd) stdio.push("ignore");
    stdio[fd] = fd;
  }
  return stdio;
}

/** Open descriptors that are not Node's own: those are event queues and pipes of which it holds both ends. */
function startedWith(): number[] {
  const targets = new Map<number, string>();
  for (const name of readdirSync("/proc/self/fd")) {
    try {
      targets.set(Number(name), readlinkSync(`/proc/self/fd/${name}`));
    } catch {
      // The one that the folder was read through.
    }
  }
  const count = new Map<string, number>();
  for (const target of targets.values()) count.set(target, (count.get(target) ?? 0) + 1);
  return [...targets]
    .filter(([, target]) => !target.startsWith("anon_inode:"))
    .filter(([, target]) => !(target.startsWith("pipe:") && (count.get(target) ?? 0) > 1))
    .map(([fd]) => fd);
}
