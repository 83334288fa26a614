import type { Reason } from "../../command/index.js";
import type { NormalLimits } from "../normal.js";

/** How runtimes name a file of a control group, and what the kernel says to a value that it does not take. */
const REFUSED_BY_KERNEL = /\b(pids|cpu|memory|blkio|io)\.[\w.]+\W.*invalid argument/i;

/** docker's service looks itself whether there are so many. */
const MORE_THAN_THERE_ARE = /range of CPUs is from/i;

/** Something mounted where a file of the engine's own, or a folder, has to be, is told by what it is. */
const OF_MOUNTS = /\bmount|statfs|bind source|(is|not) a directory/i;

/** Why an engine started no container, by its words and its runtime's. `why`: what is to be changed; null: they say it themselves. */
export function startFault(
  said: string,
  { openFiles }: Pick<NormalLimits, "openFiles">,
): { readonly reason: Reason; readonly why: string | null } {
  if (openFiles !== null && /rlimit/i.test(said))
    return { reason: "invalid", why: `limits.openFiles of ${openFiles} is above the hard limit` };
  if (REFUSED_BY_KERNEL.test(said)) return { reason: "unsupported", why: "limits: the kernel does not take them" };
  if (MORE_THAN_THERE_ARE.test(said)) return { reason: "unsupported", why: "limits.cpus is more than there are" };
  return { reason: OF_MOUNTS.test(said) ? "mount" : "spawn", why: null };
}
