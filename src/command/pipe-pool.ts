import { closeSync, constants, openSync, readSync, writeSync } from "node:fs";
import { makePipes } from "./make-pipes.js";

/** How many are made at once, and how many are kept while no command runs; those go as well after a moment. */
const batch = 4;
const idleKept = 4;
const idleMs = 200;

/**
 * A pipe(7) none of whose ends is open. Its inode is held by an O_PATH descriptor, through which /proc opens the ends anew for each use:
 * Node itself can only make socket pairs, which a child cannot open again as /dev/stdout, and a FIFO would need a name on disk.
 */
export interface Pipe {
  readonly handle: number;
}

const idle: Pipe[] = [];
let leased = 0;
let making: Promise<boolean> | null = null;
let timer: NodeJS.Timeout | null = null;

/** Takes pipes out of the pool; null where the host has none to offer (no Linux, no /proc), and Node's own must do. */
export async function takePipes(count: number): Promise<Pipe[] | null> {
  if (process.platform !== "linux") return null;
  while (idle.length < count) {
    making ??= fill(Math.max(batch, count)).finally(() => {
      making = null;
    });
    if (!(await making)) return null;
  }
  leased += count;
  if (timer) clearTimeout(timer);
  timer = null;
  return idle.splice(idle.length - count, count);
}

/**
 * Gives a pipe back. One that some process still has open is let go, not used again: what it holds is not for the next command.
 * "ended": it was read to its end, so that nobody can write to it; who might still read it has this process's own rights, and could
 * as well open what it has open.
 */
export function giveBack(pipe: Pipe, seen?: "ended"): void {
  leased -= 1;
  if (seen !== "ended" && (hasReader(pipe) || hasWriter(pipe))) closeSync(pipe.handle);
  else idle.push(pipe);
  closeIdle(Math.max(idleKept, leased));
  if (idle.length === 0) return;
  timer ??= setTimeout(() => closeIdle(0), idleMs).unref();
  timer.refresh();
}

/** Opens one end. This process's own is `nonBlocking`; a child's is not, since programs do not expect that. */
export function openEnd(pipe: Pipe, end: "read" | "write", mode: "blocking" | "nonBlocking"): number {
  const flags = end === "read" ? constants.O_RDONLY : constants.O_WRONLY;
  return openSync(`/proc/self/fd/${pipe.handle}`, mode === "blocking" ? flags : flags | constants.O_NONBLOCK);
}

async function fill(count: number): Promise<boolean> {
  const handles = await makePipes(count);
  idle.push(...handles.map((handle) => ({ handle })));
  return handles.length > 0;
}

/** Writing to a pipe that nobody reads gives EPIPE. Where it cannot be tried, the answer is yes. */
function hasReader(pipe: Pipe): boolean {
  return !probe(pipe, "write", (fd) => {
    try {
      writeSync(fd, "\n");
      return false;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "EPIPE";
    }
  });
}

/** Reading a pipe finds its end at once only where nobody can write to it. */
function hasWriter(pipe: Pipe): boolean {
  return !probe(pipe, "read", (fd) => readSync(fd, Buffer.alloc(1)) === 0);
}

function probe(pipe: Pipe, end: "read" | "write", look: (fd: number) => boolean): boolean {
  try {
    const fd = openEnd(pipe, end, "nonBlocking");
    try {
      return look(fd);
    } finally {
      closeSync(fd);
    }
  } catch {
    return false;
  }
}

function closeIdle(keep: number): void {
  for (const pipe of idle.splice(keep)) closeSync(pipe.handle);
  if (idle.length > 0 || timer === null) return;
  clearTimeout(timer);
  timer = null;
}
