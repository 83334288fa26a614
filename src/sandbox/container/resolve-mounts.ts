import { posix } from "node:path";
import { isWithin } from "../../within.js";
import { aroundWorkspace } from "../layers.js";
import type { NormalConfig, NormalMount } from "../normal.js";
import type { Engine } from "./engine.js";
import { MountLayers, mountUnder } from "./layers.js";
import type { BindMount, Mount } from "./mount-argv.js";

/** What a container mounts for a configuration, in the order in which it is mounted, or what about it cannot be done. */
export type ResolvedMounts =
  | { readonly type: "mounts"; readonly mounts: readonly Mount[]; readonly rootMode: "read-write" | "read-only" }
  | { readonly type: "fault"; readonly why: string };

/** Options of mount(8) that say nothing, or how a bind mount is in every container. */
const PLAIN_OPTIONS = new Set(["bind", "rbind", "rw", "ro", "noauto"]);
/** Those that podman can give a bind mount; docker has no such options. */
const PODMANS_OPTIONS = new Set(["nosuid", "nodev", "noexec", "suid", "dev", "exec"]);

/**
 * The extra mounts and the workspace, each laid over those before it, then the writable paths, which are applied after them: where not
 * everything is writable, a mount is as read-only as the rest, unless it is in such a path. One with the option `ro` is read-only there too,
 * unless its own path is listed.
 *
 * @throws CommandError `mount` for a path whose links go round in a circle
 */
export function resolveMounts(config: NormalConfig): ResolvedMounts {
  const { extraMounts, image, filesystemRoot, writablePaths, workspace } = config;
  const root = image === null ? filesystemRoot : null;
  const layers = new MountLayers(root);
  const extras: Mount[] = [];
  for (const extra of extraMounts) {
    const mount = resolveMount(extra);
    if (typeof mount === "string") return { type: "fault", why: `extraMounts: ${mount}` };
    if (mount !== null) extras.push(mount);
  }
  const { before, after } = aroundWorkspace(extras, workspace);
  for (const mount of before) layers.lay(mount);
  const own = workspace === null ? null : layers.lay(bind(workspace, workspace));
  for (const mount of after) layers.lay(mount);
  if (writablePaths.type === "all") return { type: "mounts", mounts: layers.mounts, rootMode: "read-write" };
  const asked = writablePaths.type === "some" ? writablePaths.paths : [];
  const paths = [...new Set(asked.map((path) => layers.follow(path)))];
  const mounts = layers.mounts.map((mount) =>
    mount === own ? own : withMode(mount, isOpened(mount, paths) ? "read-write" : "read-only"),
  );
  const rootMode = paths.includes("/") ? "read-write" : "read-only";
  const closed =
    rootMode === "read-write" ? paths.filter((path) => path !== "/" && mountUnder(path, mounts) !== undefined) : paths;
  const opened = closed.flatMap((path) => openPath(path, { mounts, root }));
  return { type: "mounts", mounts: [...mounts, ...opened], rootMode };
}

/** Options that the engine does not take for a bind mount; those of a tmpfs are the kernel's. */
export function strangeOptions({ type, options }: NormalMount, engine: Engine["name"]): readonly string[] {
  const isTaken = (word: string) => PLAIN_OPTIONS.has(word) || (engine === "podman" && PODMANS_OPTIONS.has(word));
  return type === "bind" ? options.filter((word) => !isTaken(word)) : [];
}

/** One extra mount; null: it is there anyway; a text: why there can be none. */
function resolveMount(extra: NormalMount): Mount | null | string {
  const { type, source, target, options } = extra;
  // Every container has its own there.
  if (type === "proc") return target === "/proc" ? null : `a container has its proc at /proc, and none at ${target}`;
  if (type === "tmpfs")
    return target.includes(":") ? `no engine puts a tmpfs at ${target}: it has a colon` : { type, target, options };
  return {
    ...bind(source ?? target, target),
    mode: options.includes("ro") ? "read-only" : "read-write",
    options: options.filter((word) => !PLAIN_OPTIONS.has(word)),
  };
}

function isOpened(mount: Mount, paths: readonly string[]): boolean {
  if (mount.type === "bind" && mount.mode === "read-only") return paths.includes(mount.target);
  if (mount.type === "tmpfs" && mount.options.includes("ro")) return false;
  return isWithinAny(mount.target, paths);
}

/** A mount that can be written to, or not. */
function withMode(mount: Mount, mode: "read-write" | "read-only"): Mount {
  if (mount.type === "bind") return { ...mount, mode };
  if (mount.type === "copy") return mount;
  const others = mount.options.filter((word) => word !== "ro" && word !== "rw");
  return { ...mount, options: mode === "read-only" ? [...others, "ro"] : others };
}

/** What makes a path writable: of a bound folder, that part of it; of a root folder, that part; of an image, a copy that goes with the container. */
function openPath(
  target: string,
  { mounts, root }: { readonly mounts: readonly Mount[]; readonly root: string | null },
): readonly Mount[] {
  const below = mountUnder(target, mounts);
  // It is writable already; and no engine mounts twice at one place.
  if (below?.target === target) return [];
  if (below?.type === "bind")
    return below.mode === "read-write" ? [] : [part(below.source, posix.relative(below.target, target), target)];
  if (below?.type === "tmpfs") return [{ type: "tmpfs", target, options: [] }];
  return [root === null ? { type: "copy", target } : part(root, target, target)];
}

function isWithinAny(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => isWithin(path, folder));
}

function bind(source: string, target: string): BindMount {
  return { type: "bind", source, target, mode: "read-write", options: [], partOf: null };
}

function part(folder: string, path: string, target: string): BindMount {
  return { ...bind(posix.join(folder, path), target), partOf: folder };
}
