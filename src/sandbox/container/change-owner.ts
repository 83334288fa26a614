import { spawnSync } from "node:child_process";
import { chownSync, closeSync, fstatSync } from "node:fs";
import { posix } from "node:path";
import { isCode } from "../../files.js";
import { printableLines } from "../../printable.js";
import { beneath, openPlace } from "./beneath.js";
import type { Engine } from "./engine.js";
import type { Entry, Ids } from "./ownership.js";

/**
 * Changes the owner of files and folders, of links themselves and not of what they point at. Throws where this user has no way to do so.
 * At once, while all else waits: it is also the last thing that a process does.
 */
export type ChangeOwner = (entries: readonly Entry[], to: Ids) => void;

const HELPER_MS = 120_000;
const SUDO_MS = 10_000;

/**
 * How owners are changed here: by root directly; under a podman without root's rights in its user namespace, in which `to` is counted;
 * else by sudo where it asks for no password.
 */
export function changeOwner(engine: Engine, uid: number): ChangeOwner {
  if (uid === 0) return changeAsRoot;
  const inNamespace = engine.name === "podman" && engine.rights === "rootless";
  const prefix = inNamespace ? [engine.program, "unshare"] : ["sudo", "--non-interactive"];
  return (entries, to) => throughHelper(engine, { prefix, paths: entries.map(({ path }) => path), to });
}

/** Whether owners can be changed here; asked before anything runs, since files could not be given back afterwards. */
export function canChangeOwner(engine: Engine, uid: number): boolean {
  if (uid === 0 || (engine.name === "podman" && engine.rights === "rootless")) return true;
  const { status } = spawnSync("sudo", ["--non-interactive", "true"], { env: engine.environment, timeout: SUDO_MS });
  return status === 0;
}

/**
 * Commands of another session may be at work in the folder: they may put links to this machine's other folders, or files that are none of
 * theirs, where something else was found. So no link is followed on the way, and nothing is changed but what was found.
 */
function changeAsRoot(entries: readonly Entry[], to: Ids): void {
  for (const [folder, inside] of byFolder(entries))
    passing(() =>
      beneath("/", folder, (name) => {
        for (const entry of inside) passing(() => changeOne(`${name}/${posix.basename(entry.path)}`, entry, to));
      }),
    );
}

/** So that each folder is looked up once. */
function byFolder(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const folders = new Map<string, Entry[]>();
  for (const entry of entries) {
    const folder = posix.dirname(entry.path);
    const known = folders.get(folder);
    if (known) known.push(entry);
    else folders.set(folder, [entry]);
  }
  return folders;
}

function changeOne(path: string, { dev, ino }: Entry, { uid, gid }: Ids): void {
  const place = openPlace(path);
  try {
    const there = fstatSync(place);
    if (there.dev === dev && there.ino === ino) chownSync(`/proc/self/fd/${place}`, uid, gid);
  } finally {
    closeSync(place);
  }
}

/** What is gone, has a link on the way to it by now, or may not be changed (chattr +i) is passed over; the rest can be changed. */
function passing(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!["ENOENT", "ENOTDIR", "EPERM", "EROFS"].some((code) => isCode(error, code))) throw error;
  }
}

function throughHelper(
  engine: Engine,
  { prefix, paths, to }: { readonly prefix: readonly string[]; readonly paths: readonly string[]; readonly to: Ids },
): void {
  if (paths.length === 0) return;
  const owner = `${to.uid}:${to.gid}`;
  const [program = "", ...args] = [...prefix, "xargs", "--null", "chown", "--no-dereference", owner, "--"];
  const result = spawnSync(program, args, {
    env: engine.environment,
    input: paths.map((path) => `${path}\0`).join(""),
    encoding: "utf8",
    timeout: HELPER_MS,
    killSignal: "SIGKILL",
  });
  if (result.status === 0) return;
  const why = result.error?.message ?? printableLines(result.stderr.trim());
  throw new Error(`\`${prefix.join(" ")} chown\` failed: ${why}`);
}
