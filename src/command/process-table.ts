import { readdirSync, readFileSync } from "node:fs";

/** A process as /proc/<pid>/stat has it (proc(5)). `start` is in clock ticks since boot: with the pid it names a process for good. */
export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  readonly start: string;
  readonly zombie: boolean;
  /** By a signal or a tracer: it does nothing until it is let go on. */
  readonly stopped: boolean;
}

/** One process, or null where it is gone. */
export function readProcess(pid: number): ProcessEntry | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "latin1");
  } catch {
    return null;
  }
  // The name is in parentheses and may hold anything, parentheses and spaces too: fields count from the last one.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [state = "", parent = "", group = "", session = ""] = fields;
  return {
    pid,
    parent: Number(parent),
    group: Number(group),
    session: Number(session),
    start: fields[19] ?? "",
    zombie: state === "Z" || state === "X",
    stopped: state === "T" || state === "t",
  };
}

/** Whether there is a /proc to look at. */
export function canSeeProcesses(): boolean {
  return readProcess(process.pid) !== null;
}

/** All processes; empty where there is no /proc. */
export function readProcesses(): ProcessEntry[] {
  const entries: ProcessEntry[] = [];
  for (const pid of readPids()) {
    const entry = readProcess(pid);
    if (entry) entries.push(entry);
  }
  return entries;
}

/** The numbers of all processes; none where there is no /proc. */
export function readPids(): number[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

/** Whether the process was started with `variable` ("NAME=value") in its environment; false where that may not be read. */
export function hasVariable(pid: number, variable: string): boolean {
  try {
    return `\0${readFileSync(`/proc/${pid}/environ`, "latin1")}`.includes(`\0${variable}\0`);
  } catch {
    return false;
  }
}

/** The value that the process's environment gave `name` when it started; null: none, or it may not be read. */
export function readVariable(pid: number, name: string): string | null {
  try {
    const variables = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
    return variables.find((variable) => variable.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
  } catch {
    return null;
  }
}
