import { lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Home } from "./home.js";

/** What a forgexec that is gone may have left of sandboxes on this machine. */
export interface Gone {
  readonly pid: number;
  readonly home: Home;
  /** How the command lines begin that ran inside, words joined by spaces. */
  readonly commands: string;
}

/** Processes, control groups and folders of it. */
export function leftOf({ pid, home, commands }: Gone): string[] {
  const numbers = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const processes = numbers.filter((each) => commandLine(each).startsWith(commands));
  const { TMPDIR = "", XDG_STATE_HOME = "" } = home.environment;
  const names = [TMPDIR, path.join(XDG_STATE_HOME, "forgexec/containers")].flatMap(namesIn);
  const folders = names.filter((each) => each.startsWith(`forgexec-container-${pid}-`));
  const groups = ["memory", "pids", "."].flatMap((controller) =>
    groupsIn(path.join("/sys/fs/cgroup", controller), pid),
  );
  return [...processes, ...folders, ...groups];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function groupsIn(folder: string, pid: number): string[] {
  try {
    const names = readdirSync(folder, { recursive: true }).map(String);
    return names.filter((each) => new RegExp(`forgexec-\\d+-${pid}-\\d+-\\d+$`).test(each));
  } catch {
    return [];
  }
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

/** Mounts that have to do with a folder. */
export function mountsOf(folder: string): string[] {
  return readFileSync("/proc/self/mountinfo", "utf8")
    .split("\n")
    .filter((line) => line.includes(folder));
}

/** Users whom what is in a folder belongs to, itself included. */
export function ownersIn(folder: string): Set<number> {
  const names = readdirSync(folder, { recursive: true }).map(String);
  return new Set(["", ...names].map((name) => lstatSync(path.join(folder, name)).uid));
}
