import { existsSync } from "node:fs";
import { isWithin } from "../../within.js";
import type { View } from "../files-here.js";
import { nameServers } from "./name-servers.js";

export type { View };

/** Of /run, what whole systems are read from; the rest of it is sockets of services, which run with other rights. */
const KEPT_OF_RUN = ["/run/current-system", "/run/opengl-driver"];

/**
 * What is hidden where the sandbox's root is this machine's: the user's `own`, homes and what later runs go by; the sockets in /run; and
 * other views of /proc than its own, in which this process and the runner's would be seen.
 */
export function viewOf(facts: { readonly own: readonly string[]; readonly mountinfo: string }): View {
  const procs = procMounts(facts.mountinfo).filter((path) => !isWithin(path, "/proc"));
  const hidden = [...facts.own, "/run", ...procs].filter((path) => existsSync(path));
  const outer = hidden.filter((path) => !hidden.some((other) => other !== path && isWithin(path, other)));
  return { hidden: [...new Set(outer)], kept: [...KEPT_OF_RUN.filter((path) => existsSync(path)), ...nameServers()] };
}

/** Where proc file systems are mounted, by mountinfo (proc(5)). */
export function procMounts(mountinfo: string): readonly string[] {
  return mountinfo.split("\n").flatMap((line) => {
    if (!line.includes(" - proc ")) return [];
    const [before = "", after = ""] = line.split(" - ");
    const point = before.split(" ")[4];
    return after.startsWith("proc ") && point !== undefined ? [unescaped(point)] : [];
  });
}

/** mountinfo has spaces and the like in octal. */
function unescaped(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
