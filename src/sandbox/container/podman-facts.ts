import { existsSync, readFileSync } from "node:fs";
import { type Answer, type Probed, pick } from "./engine.js";

/** Cgroup controllers (both versions' names) and the limits that they make possible. */
const BY_CONTROLLER: Readonly<Record<string, readonly string[]>> = {
  memory: ["memory"],
  cpu: ["cpus"],
  pids: ["pids"],
  blkio: ["deviceReadBps", "deviceWriteBps"],
  io: ["deviceReadBps", "deviceWriteBps"],
};

/** What `podman info --format json` says. */
export function podmanFacts({ program, environment, uid, info }: Answer): Probed {
  const version = pick(info, "version.Version");
  if (typeof version !== "string") return { type: "fails", why: "it does not say its version" };
  const remote = pick(info, "host.serviceIsRemote") === true;
  const rootless = pick(info, "host.security.rootless") === true;
  const controllers = pick(info, "host.cgroupControllers");
  const told: string[] = Array.isArray(controllers) ? controllers.map(String) : [];
  const manager = pick(info, "host.cgroupManager");
  const local = rootless && !remote && pick(info, "host.cgroupVersion") === "v2";
  const names = (local ? delegatedControllers(manager, uid) : null) ?? told;
  const limits = ["openFiles", "timeout", ...names.flatMap((name) => BY_CONTROLLER[name] ?? [])];
  const first = pick(info, "host.cgroupVersion") !== "v2";
  // Cgroup v2 has no such thing.
  if (first && names.includes("memory")) limits.push("noOomKill");
  return {
    type: "works",
    engine: {
      name: "podman",
      program,
      environment,
      version,
      rights: rootless ? "rootless" : "root",
      limits,
      swap: boundsSwap(first) ? "bounded" : "free",
      hardProcesses: hardProcesses(),
      pullFolder: remote ? null : pullFolder(info, environment),
      architecture: String(pick(info, "host.arch") ?? ""),
      // Without a service the containers are this user's own.
      processes: remote || process.platform !== "linux" ? "none" : "own",
    },
  };
}

/** containers.conf(5), image_copy_tmp_dir; older ones do not tell. */
function pullFolder(info: unknown, { TMPDIR }: Answer["environment"]): string {
  const said = pick(info, "store.imageCopyTmpDir");
  return typeof said === "string" && said.startsWith("/") ? said : TMPDIR || "/var/tmp";
}

/**
 * Without root's rights, what podman tells are the controllers of the group that it is asked in. Containers are in another: one that the
 * user's systemd makes; and where there is none of these, in no group at all, whatever limits are asked for. null: not to be seen.
 */
function delegatedControllers(manager: unknown, uid: number): readonly string[] | null {
  if (manager === "cgroupfs") return [];
  try {
    const path = `/sys/fs/cgroup/user.slice/user-${uid}.slice/user@${uid}.service/cgroup.controllers`;
    return readFileSync(path, "latin1").split(/\s+/);
  } catch {
    return null;
  }
}

/** A kernel may be built, or started, without accounting of swap; the runtime then fails where it is asked for. */
function boundsSwap(first: boolean): boolean {
  if (first) return existsSync("/sys/fs/cgroup/memory/memory.memsw.limit_in_bytes");
  return ["system.slice", "user.slice", "init.scope", "machine.slice"].some((name) =>
    existsSync(`/sys/fs/cgroup/${name}/memory.swap.max`),
  );
}

/** podman bounds its processes by its limit of open files as well, since it sets both alike. */
function hardProcesses(): number | null {
  try {
    const text = readFileSync("/proc/self/limits", "latin1");
    const hard = ["processes", "open files"].map(
      (name) => new RegExp(`^Max ${name} +\\S+ +(\\d+)`, "m").exec(text)?.[1],
    );
    const known = hard.filter((value) => value !== undefined).map(Number);
    return known.length > 0 ? Math.min(...known) : null;
  } catch {
    return null;
  }
}
