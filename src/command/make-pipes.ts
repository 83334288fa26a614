import type { ChildProcess } from "node:child_process";
import { chmodSync, closeSync, openSync, readFileSync, readlinkSync } from "node:fs";
import { readProcesses } from "./process-table.js";
import { startChild } from "./start-child.js";

/** open(2)'s O_PATH on Linux, which Node does not name. */
const O_PATH = 0o10000000;

/**
 * Makes anonymous pipes and gives O_PATH descriptors of them; fewer, or none, where the host does not let it.
 * A shell's pipeline is the only maker of pipes that is everywhere: each of its parts says that it is there and waits for input, the
 * pipes are taken hold of through /proc, and then the first part's end of input lets all of them end.
 */
export async function makePipes(count: number): Promise<number[]> {
  const parts = Array.from({ length: count + 1 }, () => "f").join("|");
  const shell = startChild("/bin/sh", ["-c", `f() { echo >&2; read x; }; ${parts}`], {
    stdio: ["pipe", "ignore", "pipe"],
    env: {},
  });
  const child = await shell.catch(() => null);
  if (child === null) return [];
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  child.stdin?.on("error", () => {});
  const ready = await Promise.race([said(child, count + 1), gone.then(() => false)]);
  const handles = ready ? holdPipes(child.pid) : [];
  child.stdin?.end();
  // A part that still ran would read what is meant for someone else.
  await gone;
  return handles;
}

/** Until so many bytes came. */
function said(child: ChildProcess, bytes: number): Promise<true> {
  return new Promise((resolve) => {
    let seen = 0;
    child.stderr?.on("data", (chunk: Buffer) => {
      seen += chunk.length;
      if (seen >= bytes) resolve(true);
    });
  });
}

function holdPipes(shell: number): number[] {
  const handles: number[] = [];
  try {
    for (const pid of childrenOf(shell)) {
      const stdout = `/proc/${pid}/fd/1`;
      if (!readlinkSync(stdout).startsWith("pipe:")) continue;
      const handle = openSync(stdout, O_PATH);
      handles.push(handle);
      // A child that runs as another user may open /dev/stderr too; nobody gets here but through a process that has the pipe.
      chmodSync(`/proc/self/fd/${handle}`, 0o666);
    }
  } catch {
    for (const handle of handles.splice(0)) closeSync(handle);
  }
  return handles;
}

function childrenOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "latin1");
    return text.split(" ").filter(Boolean).map(Number);
  } catch {
    // A kernel without CONFIG_PROC_CHILDREN.
    return readProcesses()
      .filter((entry) => entry.parent === pid)
      .map((entry) => entry.pid);
  }
}
