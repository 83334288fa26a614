import { spawnSync } from "node:child_process";
import { lchownSync } from "node:fs";
import { printableLines } from "../../printable.js";
import type { Engine } from "./engine.js";
import type { Ids } from "./ownership.js";

/**
 * Changes the owner of paths, of links themselves and not of what they point at. Throws where this user has no way to do so.
 * At once, while all else waits: it is also the last thing that a process does.
 */
export type ChangeOwner = (paths: readonly string[], to: Ids) => void;

const HELPER_MS = 120_000;
const SUDO_MS = 10_000;

/**
 * How owners are changed here: by root directly; under a podman without root's rights in its user namespace, in which `to` is counted;
 * else by sudo where it asks for no password.
 */
export function changeOwner(engine: Engine, uid: number): ChangeOwner {
  if (uid === 0) {
    return (paths, to) => {
      for (const path of paths) changeOne(path, to);
    };
  }
  const inNamespace = engine.name === "podman" && engine.rights === "rootless";
  const prefix = inNamespace ? [engine.program, "unshare"] : ["sudo", "--non-interactive"];
  return (paths, to) => throughHelper(engine, { prefix, paths, to });
}

/** Whether owners can be changed here; asked before anything runs, since files could not be given back afterwards. */
export function canChangeOwner(engine: Engine, uid: number): boolean {
  if (uid === 0 || (engine.name === "podman" && engine.rights === "rootless")) return true;
  const { status } = spawnSync("sudo", ["--non-interactive", "true"], { env: engine.environment, timeout: SUDO_MS });
  return status === 0;
}

function changeOne(path: string, { uid, gid }: Ids): void {
  try {
    lchownSync(path, uid, gid);
  } catch (error) {
    // It is gone, or may not be changed (chattr +i); the rest can.
    if (!["ENOENT", "EPERM", "EROFS"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
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
