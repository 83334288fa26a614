import { readdirSync, readFileSync, readlinkSync } from "node:fs";

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

/** open(2)'s O_PATH on Linux, which Node does not name. */
const O_PATH = 0o10000000;

/**
 * Open descriptors that are neither Node's own (event queues, and pipes of which it holds both ends) nor those by which pipes are kept
 * for the next command.
 */
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
    .filter(([fd, target]) => !(target.startsWith("pipe:") && ((count.get(target) ?? 0) > 1 || isPathOnly(fd))))
    .map(([fd]) => fd);
}

function isPathOnly(fd: number): boolean {
  try {
    const flags = /^flags:\s*(\d+)/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, "latin1"))?.[1];
    return (Number.parseInt(flags ?? "0", 8) & O_PATH) !== 0;
  } catch {
    return true;
  }
}
