import { spawn } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync, unlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** open(2)'s O_PATH on Linux, which Node does not name. */
const O_PATH = 0o10000000;
const batch = 16;
const idleKept = 4;
const idleMs = 200;

/** A FIFO without a name: held by an O_PATH descriptor and opened again through /proc, so that nothing is left on disk whatever happens. */
export interface Fifo {
  readonly handle: number;
}

const idle: Fifo[] = [];
let leased = 0;
let filling: Promise<boolean> | null = null;
let timer: NodeJS.Timeout | null = null;

/** Takes FIFOs whose ends are all closed; null where there are none to be had (no Linux, no mkfifo), and Node's own pipes must do. */
export async function takeFifos(count: number): Promise<Fifo[] | null> {
  if (process.platform !== "linux") return null;
  while (idle.length < count) {
    filling ??= fill(Math.max(batch, count)).finally(() => {
      filling = null;
    });
    if (!(await filling)) return null;
  }
  leased += count;
  if (timer) clearTimeout(timer);
  timer = null;
  return idle.splice(idle.length - count, count);
}

/** Gives a FIFO back. One that some process still has open is let go, not used again: what it holds is not for the next command. */
export function giveBack(fifo: Fifo): void {
  leased -= 1;
  if (isOpenElsewhere(fifo)) closeSync(fifo.handle);
  else idle.push(fifo);
  closeIdle(Math.max(idleKept, leased));
  timer ??= setTimeout(() => closeIdle(0), idleMs).unref();
  timer.refresh();
}

export function openReadEnd(fifo: Fifo): number {
  return openSync(`/proc/self/fd/${fifo.handle}`, constants.O_RDONLY | constants.O_NONBLOCK);
}

/** The other end must be open already, else this would wait for it. */
export function openBlocking(fifo: Fifo, mode: "read" | "write"): number {
  return openSync(`/proc/self/fd/${fifo.handle}`, mode === "read" ? constants.O_RDONLY : constants.O_WRONLY);
}

export function openWriteEnd(fifo: Fifo): number {
  return openSync(`/proc/self/fd/${fifo.handle}`, constants.O_WRONLY | constants.O_NONBLOCK);
}

/** A write end opens only while there is a reader; reading finds the end at once only while there is no writer. */
function isOpenElsewhere(fifo: Fifo): boolean {
  try {
    closeSync(openWriteEnd(fifo));
    return true;
  } catch {
    return hasWriter(fifo);
  }
}

function hasWriter(fifo: Fifo): boolean {
  const fd = openReadEnd(fifo);
  try {
    return readSync(fd, Buffer.alloc(1)) > 0;
  } catch {
    return true;
  } finally {
    closeSync(fd);
  }
}

function closeIdle(keep: number): void {
  for (const fifo of idle.splice(keep)) closeSync(fifo.handle);
  if (idle.length > 0 || timer === null) return;
  clearTimeout(timer);
  timer = null;
}

async function fill(count: number): Promise<boolean> {
  let folder: string;
  try {
    folder = mkdtempSync(join(tmpdir(), "forgexec-"));
  } catch {
    return false;
  }
  try {
    const names = Array.from({ length: count }, (_, index) => join(folder, String(index)));
    if (!(await makeFifos(names))) return false;
    for (const name of names) {
      idle.push({ handle: openSync(name, O_PATH) });
      unlinkSync(name);
    }
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Mode 666, for a child that runs as another user and opens /dev/stderr; the folder keeps all others out. */
function makeFifos(names: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn("mkfifo", ["-m", "666", "--", ...names], { stdio: "ignore" });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}
