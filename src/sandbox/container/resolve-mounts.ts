import { posix } from "node:path";
import type { NormalConfig, NormalMount } from "../normal.js";
import type { Engine } from "./engine.js";
import type { Mount } from "./mount-argv.js";

/** What a container mounts for a configuration, in the order in which it is mounted, or what about it cannot be done. */
export type ResolvedMounts =
  | { readonly type: "mounts"; readonly mounts: readonly Mount[]; readonly rootMode: "read-write" | "read-only" }
  | { readonly type: "fault"; readonly why: string };

/** Options of mount(8) that say nothing, or how a bind mount is in every container. */
const PLAIN_OPTIONS = new Set(["bind", "rbind", "rw", "ro", "noauto"]);
/** Those that podman can give a bind mount; docker has no such options. */
const PODMANS_OPTIONS = new Set(["nosuid", "nodev", "noexec", "suid", "dev", "exec"]);

/** The extra mounts, then the writable paths, which are laid over them. */
export function resolveMounts(config: NormalConfig, engine: Engine["name"]): ResolvedMounts {
  const { extraMounts, writablePaths, workspace } = config;
  const mounts: Mount[] = workspace === null ? [] : [bind(workspace, workspace)];
  for (const extra of extraMounts) {
    const mount = resolveMount(extra, engine);
    if (typeof mount === "string") return { type: "fault", why: `extraMounts: ${mount}` };
    if (mount !== null) mounts.push(mount);
  }
  if (writablePaths.type === "all") return { type: "mounts", mounts, rootMode: "read-write" };
  for (const path of writablePaths.type === "some" ? writablePaths.paths : []) makeWritable(path, { config, mounts });
  return { type: "mounts", mounts, rootMode: "read-only" };
}

/** One extra mount; null: it is there anyway; a text: why there can be none. */
function resolveMount(extra: NormalMount, engine: Engine["name"]): Mount | null | string {
  const { type, source, target, options } = extra;
  // Every container has its own there.
  if (type === "proc") return target === "/proc" ? null : `a container has its proc at /proc, and none at ${target}`;
  if (type === "tmpfs")
    return target.includes(":") ? `no engine puts a tmpfs at ${target}: it has a colon` : { type, target, options };
  const further = options.filter((word) => !PLAIN_OPTIONS.has(word));
  const strange = further.find((word) => engine === "docker" || !PODMANS_OPTIONS.has(word));
  if (strange !== undefined) return `${engine} does not take the option ${strange} for a bind mount`;
  return {
    ...bind(source ?? target, target),
    mode: options.includes("ro") ? "read-only" : "read-write",
    options: further,
  };
}

/** A writable path: of a bound folder, that part of it; of a root folder, that part; of an image, a copy that goes with the container. */
function makeWritable(
  target: string,
  { config, mounts }: { readonly config: NormalConfig; readonly mounts: Mount[] },
): void {
  const below = mounts.filter((mount) => isWithin(target, mount.target)).at(-1);
  const { filesystemRoot } = config;
  if (below?.type === "bind" && below.mode === "read-only") {
    // No engine mounts twice at one place.
    if (below.target === target) mounts.splice(mounts.indexOf(below), 1, { ...below, mode: "read-write" });
    else
      mounts.push({
        ...below,
        source: posix.join(below.source, posix.relative(below.target, target)),
        target,
        mode: "read-write",
      });
  } else if (below === undefined) {
    mounts.push(filesystemRoot === "/" ? { type: "copy", target } : bind(posix.join(filesystemRoot, target), target));
  }
}

/** Whether a path is a folder or lies in it; both absolute. */
export function isWithin(path: string, folder: string): boolean {
  const relative = posix.relative(folder, path);
  return relative === "" || !(relative === ".." || relative.startsWith("../"));
}

function bind(source: string, target: string): Extract<Mount, { type: "bind" }> {
  return { type: "bind", source, target, mode: "read-write", options: [] };
}
