import type { Reason } from "../../command/index.js";
import type { SandboxPort } from "../model.js";
import type { NormalLimits } from "../normal.js";
import { whyTaken } from "./taken-ports.js";

/** Why no container was started. */
export interface StartFault {
  readonly reason: Reason;
  /** With reason "limit": which. */
  readonly limit?: string;
  /** What is to be changed; null: the engine says it itself. */
  readonly why: string | null;
}

type Limits = Pick<NormalLimits, "memory" | "pids" | "openFiles">;

/** What of a container's request may have kept it from being started. */
export interface Suspects {
  readonly limits: Limits;
  readonly ports: readonly Required<SandboxPort>[];
  readonly capabilities: { readonly add: readonly string[] };
}

/** How runtimes name a file of a control group, and what the kernel says to a value that it does not take. */
const REFUSED_BY_KERNEL = /\b(pids|cpu|memory|blkio|io)\.[\w.]+\W.*invalid argument/i;

/** docker's service looks itself whether there are so many. */
const MORE_THAN_THERE_ARE = /range of CPUs is from/i;

/** Below what a runtime has used already, by the kernel, or below what docker's service allows. */
const TOO_LITTLE_MEMORY =
  /unable to set memory limit|minimum memory limit|OOM-killed|\bmemory\.\w+\W.*device or resource busy/i;

/** What Go's programs and C's say where a fork is refused. */
const NO_MORE_PROCESSES = /resource temporarily unavailable|failed to create new OS thread|pthread_create/i;

/** The runtime's own process inside was killed before it had come to the keeper. */
const KILLED = /container that has stopped|connection reset by peer|broken pipe|sync socket|signal: killed/i;

/** By the kernel, or by docker's service, which keeps account of them. */
const TAKEN_PORT = /address already in use|port is already allocated/i;

/** The kernel lets nobody give what he has not. */
const REFUSED_CAPABILITIES = /\bcap(s|set|abilities)\b.*operation not permitted/i;

const FEWER =
  "It has not all of that itself, as where its service is in a container: name only those that commands need";

/** What runtimes need to start is below these. */
const MOST_NEEDED = { memory: 64 * 1024 * 1024, pids: 64 } as const;

/** Something mounted where a file of the engine's own, or a folder, has to be, is told by what it is. */
const OF_MOUNTS = /\bmount|statfs|bind source|(is|not) a directory/i;

/** Why an engine started no container, by its words and its runtime's. */
export function startFault(said: string, { limits, ports, capabilities }: Suspects): StartFault {
  const { openFiles } = limits;
  if (openFiles !== null && /rlimit/i.test(said))
    return { reason: "invalid", why: `limits.openFiles of ${openFiles} is above the hard limit` };
  const taken = TAKEN_PORT.test(said) ? ports.find(({ host }) => new RegExp(`:${host}\\b`).test(said)) : undefined;
  if (taken !== undefined) return { reason: "invalid", why: whyTaken(taken) };
  const { add } = capabilities;
  if (add.length > 0 && REFUSED_CAPABILITIES.test(said))
    return { reason: "unsupported", why: `capabilities.add: the engine cannot give ${add.join(", ")}. ${FEWER}` };
  const limit = limitMet(said, limits);
  if (limit !== null) return { reason: "limit", limit, why: `limits.${limit} is too low to start a container` };
  if (REFUSED_BY_KERNEL.test(said)) return { reason: "unsupported", why: "limits: the kernel does not take them" };
  if (MORE_THAN_THERE_ARE.test(said)) return { reason: "unsupported", why: "limits.cpus is more than there are" };
  return { reason: OF_MOUNTS.test(said) ? "mount" : "spawn", why: null };
}

/** The limit that kept the runtime from starting anything; null: none did. */
function limitMet(said: string, { memory, pids }: Limits): keyof typeof MOST_NEEDED | null {
  if (memory !== null && TOO_LITTLE_MEMORY.test(said)) return "memory";
  if (pids !== null && NO_MORE_PROCESSES.test(said)) return "pids";
  if (!KILLED.test(said)) return null;
  if (memory !== null && memory < MOST_NEEDED.memory) return "memory";
  return pids !== null && pids < MOST_NEEDED.pids ? "pids" : null;
}
